import { a, defineData, type ClientSchema } from '@aws-amplify/backend';
import { accountModels } from './models/account.ts';
import { activityModels } from './models/activity.ts';
import { imageModels } from './models/image.ts';
import { feedModels } from './models/feed.ts';
import { moderationModels } from './models/moderation.ts';
import { notificationModels } from './models/notification.ts';
import { conversationModels } from './models/conversation.ts';
import { messageModels } from './models/message.ts';
import { profileModels } from './models/profile.ts';
import { telemetryModels } from './models/telemetry.ts';
import { searchModels } from './models/search.ts';

const schema = a.schema({
  ...profileModels,
  ...conversationModels,
  ...messageModels,
  ...activityModels,
  ...feedModels,
  ...searchModels,
  ...notificationModels,
  ...moderationModels,
  ...accountModels,
  ...imageModels,
  ...telemetryModels,
});

export type Schema = ClientSchema<typeof schema>;

export const data = defineData({
  name: 'cruddur',
  schema,
  authorizationModes: { defaultAuthorizationMode: 'userPool' },
  // Requests with their ids and the errors of fields; never what people wrote.
  logging: { fieldLogLevel: 'error', excludeVerboseContent: true, retention: '1 month' },
});
