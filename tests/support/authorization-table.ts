import { crudFields } from './authorization/crud-fields.ts';
import { imageFields } from './authorization/image-fields.ts';
import { messageFields } from './authorization/message-fields.ts';
import { moderationFields } from './authorization/moderation-fields.ts';
import { peopleFields } from './authorization/people-fields.ts';
import type { Row } from './authorization/table.ts';
import { telemetryFields } from './authorization/telemetry-fields.ts';

/** Who may do what: every field of Query, Mutation and Subscription. A field that is missing here fails the test. */
export const AUTHORIZATION_TABLE: Readonly<Record<string, Row>> = {
  ...peopleFields,
  ...moderationFields,
  ...crudFields,
  ...messageFields,
  ...imageFields,
  ...telemetryFields,
};
