import type { StoredMessage } from './stored.ts';

const PREVIEW_CHARACTERS = 140;

/** A message as the list of conversations shows it: with the start of its text, no half characters. */
export function preview(message: StoredMessage): StoredMessage {
  if (!message.text) return message;
  let text = '';
  let count = 0;
  // By code points: a slice could end in the middle of one.
  for (const character of message.text) {
    if (count >= PREVIEW_CHARACTERS) break;
    text += character;
    count += 1;
  }
  return { ...message, text };
}
