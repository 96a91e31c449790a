import { useEffect, useState } from 'react';
import { explainAuth, type AuthProblem } from './model/explain-auth.ts';

const PAUSE_SECONDS = 30;

interface Resend {
  /** Seconds until another code may be asked for; 0 when it may. */
  wait: number;
  busy: boolean;
  sent: boolean;
  problem: AuthProblem | undefined;
  send: () => void;
}

/** Sending a code again, with a pause between two. `fresh`: one has just been sent. */
export function useResend(sendCode: () => Promise<unknown>, fresh: boolean): Resend {
  const [wait, setWait] = useState(fresh ? PAUSE_SECONDS : 0);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const [problem, setProblem] = useState<AuthProblem>();

  useEffect(() => {
    if (wait === 0) return undefined;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);

  async function send(): Promise<void> {
    setBusy(true);
    setSent(false);
    setProblem(undefined);
    try {
      await sendCode();
      setSent(true);
      setWait(PAUSE_SECONDS);
    } catch (error) {
      setProblem(explainAuth(error));
    } finally {
      setBusy(false);
    }
  }

  return { wait, busy, sent, problem, send: () => void send() };
}
