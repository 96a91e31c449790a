import { useEffect, useRef, useState } from 'react';
import { explain } from '../../../lib/errors/explain.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { exportAccount } from '../api/export.ts';
import { Card, cardStyles } from '../frame/Card.tsx';
import { saveFile } from './save-file.ts';

type State =
  | { is: 'idle' }
  | { is: 'busy'; count: number }
  | { is: 'done'; count: number }
  | { is: 'failed'; error: unknown };

/** All that is known of a person, as a file. */
export function ExportCard({ handle }: { handle: string }) {
  const [state, setState] = useState<State>({ is: 'idle' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    let count = 0;
    setState({ is: 'busy', count });
    try {
      const all = await exportAccount((so) => {
        count = so;
        setState({ is: 'busy', count });
      }, controller.signal);
      saveFile(`cruddur-${handle}-${all.exportedAt.slice(0, 10)}.json`, JSON.stringify(all, null, 2));
      setState({ is: 'done', count });
    } catch (error) {
      setState(controller.signal.aborted ? { is: 'idle' } : { is: 'failed', error });
    }
  }

  return (
    <Card title="Download your data">
      <p className={cardStyles.soft}>
        One JSON file with your profile and account, your cruds that have not faded, likes, reposts,
        bookmarks, whom you follow, block and mute, your reports and notifications, your conversations and the
        messages that you wrote. Pictures are in it as links.
      </p>
      {state.is === 'failed' && (
        <Notice kind="error">{`${explain(state.error).title}. ${explain(state.error).advice}`}</Notice>
      )}
      {state.is === 'done' && (
        <Notice kind="done">The file is in your downloads. It holds {state.count} entries.</Notice>
      )}
      <div className={cardStyles.actions}>
        <Button icon="download" busy={state.is === 'busy'} onClick={() => void run()}>
          {state.is === 'busy' ? `Collecting, ${state.count} so far` : 'Download'}
        </Button>
        {state.is === 'busy' && <Button onClick={() => running.current?.abort()}>Stop</Button>}
      </div>
    </Card>
  );
}
