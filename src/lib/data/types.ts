import type { Schema } from '../../../amplify/data/resource.ts';

export type Activity = Omit<Schema['Activity']['type'], 'pulse'>;
export type Profile = Schema['Profile']['type'];
export type ActivityPage = { items: Activity[]; cursor: string | null };
