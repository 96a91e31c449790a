import { LISTENERS, WRITERS, type Row } from './table.ts';

const NO_GUESTS = 'UnauthorizedException';

export const imageFields: Record<string, Row> = {
  'Mutation.requestImageUpload': {
    ask: () => ['mutation { requestImageUpload(kind: AVATAR, contentType: "image/png") { id } }'],
    outcomes: WRITERS,
  },
  'Mutation.removeImage': {
    ask: () => ['mutation { removeImage(kind: COVER) { id } }'],
    outcomes: WRITERS,
  },
  // For a function's role alone.
  'Mutation.publishImageChange': {
    ask: ({ person }) => [
      `mutation ($id: ID!) {
        publishImageChange(id: "x", profileId: $id, kind: AVATAR, status: READY, version: "x") { id }
      }`,
      { id: person.id },
    ],
    outcomes: [NO_GUESTS, 'Unauthorized', 'Unauthorized', 'Unauthorized', 'Unauthorized', 'Unauthorized'],
  },
  // An id that nobody uploaded under.
  'Query.imageUpload': {
    ask: () => ['{ imageUpload(id: "01JD3Q4E8Z0000000000000000") { id } }'],
    outcomes: [NO_GUESTS, 'nothing', 'nothing', 'nothing', 'nothing', 'nothing'],
  },
  'Subscription.onImageProcessed': {
    ask: () => ['subscription { onImageProcessed { id } }'],
    outcomes: LISTENERS,
  },
  // Those who are blocked are not refused, and hear nothing (images.test.ts).
  'Subscription.onProfileImageChanged': {
    ask: ({ person }) => [
      'subscription ($ids: [ID!]!) { onProfileImageChanged(profileIds: $ids) { id } }',
      { ids: [person.id] },
    ],
    outcomes: LISTENERS,
  },
};
