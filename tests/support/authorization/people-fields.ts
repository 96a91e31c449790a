import { ANYBODY, LISTENERS, MEMBERS, WRITERS, readers, writers, type Row } from './table.ts';

const NO_GUESTS = 'UnauthorizedException';

function listOf(field: string): Row['ask'] {
  return ({ person }) => [`query ($id: ID!) { ${field}(id: $id) { items { id } } }`, { id: person.id }];
}

function between(field: string): Row['ask'] {
  return ({ person }) => [`mutation ($id: ID!) { ${field}(id: $id) { id } }`, { id: person.id }];
}

let handles = 0;

export const peopleFields: Record<string, Row> = {
  'Query.me': { ask: () => ['{ me { id } }'], outcomes: MEMBERS },
  'Query.profile': {
    ask: ({ person }) => ['query ($h: String!) { profile(handle: $h) { id } }', { h: person.handle }],
    outcomes: readers('yes', 'nothing'),
  },
  'Query.profilesByIds': {
    ask: ({ person }) => ['query ($ids: [ID!]!) { profilesByIds(ids: $ids) { id } }', { ids: [person.id] }],
    outcomes: readers(NO_GUESTS, 'nothing'),
  },
  'Query.followers': { ask: listOf('followers'), outcomes: readers(NO_GUESTS, 'nothing') },
  'Query.following': { ask: listOf('following'), outcomes: readers(NO_GUESTS, 'nothing') },
  // One's own lists: empty here, for everybody.
  'Query.blockedProfiles': {
    ask: () => ['{ blockedProfiles { cursor } }'],
    outcomes: MEMBERS,
  },
  'Query.mutedProfiles': { ask: () => ['{ mutedProfiles { cursor } }'], outcomes: MEMBERS },
  'Query.suggestedProfiles': { ask: () => ['{ suggestedProfiles { id } }'], outcomes: ANYBODY },
  'Query.handleAvailable': { ask: () => ['{ handleAvailable(handle: "somebody") }'], outcomes: ANYBODY },

  'Mutation.ensureProfile': { ask: () => ['mutation { ensureProfile { id } }'], outcomes: MEMBERS },
  'Mutation.updateProfile': {
    ask: () => ['mutation { updateProfile(bio: "new") { bio } }'],
    outcomes: WRITERS,
  },
  'Mutation.changeHandle': {
    ask: () => [
      'mutation ($h: String!) { changeHandle(handle: $h) { handle } }',
      { h: `table_${(handles += 1)}` },
    ],
    outcomes: WRITERS,
    spendsCaller: true,
  },
  'Mutation.followProfile': { ask: between('followProfile'), outcomes: writers('NotAllowed', 'NotFound') },
  'Mutation.unfollowProfile': { ask: between('unfollowProfile'), outcomes: writers('yes', 'NotFound') },
  'Mutation.blockProfile': { ask: between('blockProfile'), outcomes: writers('NotAllowed', 'NotFound') },
  'Mutation.unblockProfile': { ask: between('unblockProfile'), outcomes: writers('yes', 'NotFound') },
  'Mutation.muteProfile': { ask: between('muteProfile'), outcomes: writers('NotAllowed', 'NotFound') },
  'Mutation.unmuteProfile': { ask: between('unmuteProfile'), outcomes: writers('yes', 'NotFound') },

  'Query.notifications': { ask: () => ['{ notifications { cursor } }'], outcomes: MEMBERS },
  'Query.unreadNotificationCount': { ask: () => ['{ unreadNotificationCount }'], outcomes: MEMBERS },
  'Query.notificationSettings': {
    ask: () => ['{ notificationSettings { mutedKinds } }'],
    outcomes: MEMBERS,
  },
  'Mutation.markNotificationsRead': {
    ask: () => ['mutation { markNotificationsRead(upTo: "1") }'],
    outcomes: WRITERS,
  },
  'Mutation.updateNotificationSettings': {
    ask: () => ['mutation { updateNotificationSettings(mutedKinds: []) { mutedKinds } }'],
    outcomes: WRITERS,
  },
  // What they hear is theirs alone: the filter is the server's (tests/integration/notifications.test.ts).
  'Subscription.onNotification': {
    ask: () => ['subscription { onNotification { notifies } }'],
    outcomes: LISTENERS,
  },
  'Subscription.onNewFollower': {
    ask: () => ['subscription { onNewFollower { notifies } }'],
    outcomes: LISTENERS,
  },

  'Query.exportAccount': { ask: () => ['{ exportAccount { items } }'], outcomes: MEMBERS },
  // Whoever is suspended may leave.
  'Mutation.deleteAccount': {
    ask: () => ['mutation { deleteAccount }'],
    outcomes: MEMBERS,
    spendsCaller: true,
  },
};
