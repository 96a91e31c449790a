import type { Schema } from '../../../amplify/data/resource.ts';

type Full = { [Name in 'Activity' | 'Profile' | 'QuotedActivity']: Schema[Name]['type'] };

// As far as `fields.ts` asks for them.
export type Profile = Pick<Full['Profile'], 'id' | 'handle' | 'displayName' | 'createdAt' | 'avatar'>;

/** What stands inside the crud that quotes it. */
export type QuotedActivity = Omit<Full['QuotedActivity'], 'author'> & { author: Profile };

type ForListeners = 'pulse' | 'changed' | 'parentChanged' | 'parentReplyCount' | 'deletedAt' | 'notifies';

export type Activity = Omit<Full['Activity'], 'author' | 'quote' | 'repostedBy' | ForListeners> & {
  author: Profile;
  quote?: QuotedActivity | null;
  repostedBy?: Profile | null;
};

export type ActivityPage = {
  items: Activity[];
  cursor: string | null;
  /** For `newSince`; as it was when the page was read. */
  head?: string | null;
};
