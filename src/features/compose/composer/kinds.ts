import { CRUD_MAX_GRAPHEMES, REPLY_MAX_GRAPHEMES } from '../../../../shared/limits.ts';
import type { ComposeTarget } from '../../../lib/compose/target.ts';

interface Kind {
  /** What is being written. */
  title: string;
  prompt: string;
  button: string;
  limit: number;
}

export const KINDS: Record<ComposeTarget['kind'], Kind> = {
  new: { title: 'New crud', prompt: 'What is on your mind?', button: 'Post', limit: CRUD_MAX_GRAPHEMES },
  reply: { title: 'Reply', prompt: 'Write your reply', button: 'Reply', limit: REPLY_MAX_GRAPHEMES },
  quote: { title: 'Quote', prompt: 'Add your words', button: 'Quote', limit: CRUD_MAX_GRAPHEMES },
};
