import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import page from './AuthPage.module.css';
import { useResend } from './use-resend.ts';

interface ResendCodeProps {
  send: () => Promise<unknown>;
  /** A code was sent just before this appeared. */
  fresh: boolean;
}

/** Offers a new code, not more often than every half minute. */
export function ResendCode({ send, fresh }: ResendCodeProps) {
  const resend = useResend(send, fresh);
  return (
    <>
      {resend.problem && <Notice kind="error">{resend.problem.message}</Notice>}
      {resend.sent && <Notice kind="done">A new code is on its way. Only the newest one works.</Notice>}
      <div className={page.inline}>
        No mail?
        {resend.wait > 0 ? (
          <span>New code in {resend.wait} s</span>
        ) : (
          <Button kind="quiet" busy={resend.busy} onClick={resend.send}>
            Send a new code
          </Button>
        )}
      </div>
    </>
  );
}
