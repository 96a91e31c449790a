import { useState } from 'react';
import { useMessaging } from '../live/context.ts';
import { keepDraft, readDraft } from '../live/drafts.ts';
import { TextBox } from './TextBox.tsx';

interface MessageComposerProps {
  conversationId: string;
  /** Nobody else is there to be told that one types. */
  isAlone: boolean;
  onEditLast: () => void;
}

/** Where one writes; what is not sent yet is kept in this browser, for each conversation. */
export function MessageComposer({ conversationId, isAlone, onEditLast }: MessageComposerProps) {
  const { me, sync, typing } = useMessaging();
  const [text, setText] = useState(() => readDraft(me, conversationId));

  function change(next: string): void {
    setText(next);
    keepDraft(me, conversationId, next);
    if (next.trim() !== '' && !isAlone) typing.tell(conversationId);
  }

  function send(message: string): void {
    sync.send(conversationId, message);
    typing.told(conversationId);
    setText('');
    keepDraft(me, conversationId, '');
  }

  return (
    <TextBox
      label="Your message"
      placeholder="Write a message"
      value={text}
      onChange={change}
      onSubmit={send}
      submitLabel="Send"
      onUp={onEditLast}
    />
  );
}
