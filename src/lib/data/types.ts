import type { Schema } from '../../../amplify/data/resource.ts';

type Full = { [Name in 'Activity' | 'Profile']: Schema[Name]['type'] };

// As far as `fields.ts` asks for them.
export type Profile = Pick<Full['Profile'], 'id' | 'handle' | 'displayName' | 'createdAt'>;
export type Activity = Pick<Full['Activity'], 'id' | 'clientId' | 'message' | 'createdAt' | 'expiresAt'> & {
  author: Profile;
};
export type ActivityPage = { items: Activity[]; cursor: string | null };
