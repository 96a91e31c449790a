import { compose } from '../../../lib/compose/target.ts';
import type { Activity } from '../../../lib/data/types.ts';
import { askToBlock, askToMute, askToReport } from '../../people/index.ts';
import { editOwn } from './edit.tsx';
import { removeOwn } from './remove.tsx';
import { share } from './share.ts';
import { toggle } from './toggle.ts';
import { asPerson } from './join.tsx';

/** What the buttons under a crud do. Loaded with the first press: reading takes none of it. */
export const actions = {
  like: (activity: Activity) => asPerson('like it', () => toggle(activity, 'like')),
  repost: (activity: Activity) => asPerson('repost it', () => toggle(activity, 'repost')),
  bookmark: (activity: Activity) => asPerson('keep it', () => toggle(activity, 'bookmark')),
  reply: (to: Activity) => asPerson('reply', () => compose({ kind: 'reply', to })),
  quote: (of: Activity) => asPerson('quote it', () => compose({ kind: 'quote', of })),
  share: (activity: Activity) => void share(activity),
  edit: editOwn,
  remove: removeOwn,
  mute: ({ author }: Activity) => askToMute(author),
  block: ({ author }: Activity) => askToBlock(author),
  report: ({ id, author }: Activity) => askToReport({ kind: 'crud', id, person: author }),
};

export type Actions = typeof actions;
