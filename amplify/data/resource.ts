import { a, defineData, type ClientSchema } from '@aws-amplify/backend';
import { activityModels } from './models/activity.ts';
import { profileModels } from './models/profile.ts';

const schema = a.schema({ ...profileModels, ...activityModels });

export type Schema = ClientSchema<typeof schema>;

export const data = defineData({
  name: 'cruddur',
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool' },
});
