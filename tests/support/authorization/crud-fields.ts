import { randomUUID } from 'node:crypto';
import { ANYBODY, LISTENERS, MEMBERS, ownersAlone, readers, writers, type Row } from './table.ts';

const NO_GUESTS = 'UnauthorizedException';

function change(field: string): Row {
  return {
    ask: ({ crudId }) => [`mutation ($id: ID!) { ${field}(id: $id) { id } }`, { id: crudId }],
    outcomes: writers('yes', 'NotFound'),
  };
}

function feed(field: string, args = ''): Row['ask'] {
  return () => [`{ ${field}${args} { cursor } }`];
}

function about(field: string, selection: string): Row['ask'] {
  return ({ crudId }) => [`query ($id: ID!) { ${field}(id: $id) { ${selection} } }`, { id: crudId }];
}

export const crudFields: Record<string, Row> = {
  'Query.activity': { ask: about('activity', 'id'), outcomes: readers('yes', 'NotFound') },
  'Query.thread': { ask: about('thread', 'focused { id }'), outcomes: readers('yes', 'NotFound') },
  'Query.quotesOf': { ask: about('quotesOf', 'cursor'), outcomes: readers('yes', 'NotFound') },
  'Query.likersOf': { ask: about('likersOf', 'items { id }'), outcomes: readers('yes', 'NotFound') },
  'Query.homeFeed': { ask: feed('homeFeed'), outcomes: ANYBODY },
  'Query.trendingFeed': { ask: feed('trendingFeed'), outcomes: ANYBODY },
  'Query.newSince': { ask: () => ['{ newSince }'], outcomes: ANYBODY },
  'Query.followingFeed': { ask: feed('followingFeed'), outcomes: MEMBERS },
  'Query.bookmarks': { ask: feed('bookmarks'), outcomes: MEMBERS },
  'Query.activitiesByProfile': {
    ask: ({ person }) => [
      'query ($h: String!) { activitiesByProfile(handle: $h) { items { id } } }',
      { h: person.handle },
    ],
    outcomes: readers('yes', 'NotFound'),
  },
  'Query.activitiesByHashtag': { ask: feed('activitiesByHashtag', '(tag: "table")'), outcomes: ANYBODY },
  'Query.searchActivities': { ask: feed('searchActivities', '(query: "crud")'), outcomes: ANYBODY },
  'Query.searchPeople': { ask: feed('searchPeople', '(query: "somebody")'), outcomes: ANYBODY },
  'Query.trendingHashtags': { ask: () => ['{ trendingHashtags { tag } }'], outcomes: ANYBODY },

  'Mutation.createActivity': {
    ask: ({ crudId }) => [
      'mutation ($c: ID!, $id: ID) { createActivity(clientId: $c, message: "reply", parentId: $id) { id } }',
      { c: randomUUID(), id: crudId },
    ],
    outcomes: writers('yes', 'NotFound'),
  },
  'Mutation.editActivity': {
    ask: ({ crudId }) => [
      'mutation ($id: ID!) { editActivity(id: $id, message: "new") { id } }',
      { id: crudId },
    ],
    outcomes: [NO_GUESTS, 'NotAllowed', 'yes', 'NotFound', 'Suspended', 'NotAllowed'],
  },
  'Mutation.deleteActivity': { ...change('deleteActivity'), outcomes: ownersAlone('NotFound') },
  'Mutation.likeActivity': change('likeActivity'),
  'Mutation.unlikeActivity': change('unlikeActivity'),
  'Mutation.repostActivity': change('repostActivity'),
  'Mutation.undoRepost': change('undoRepost'),
  'Mutation.bookmarkActivity': change('bookmarkActivity'),
  'Mutation.removeBookmark': change('removeBookmark'),

  'Subscription.onActivityCreated': {
    ask: () => ['subscription { onActivityCreated { id } }'],
    outcomes: ANYBODY,
  },
  'Subscription.onThreadReply': {
    ask: ({ crudId }) => ['subscription ($id: ID!) { onThreadReply(threadId: $id) { id } }', { id: crudId }],
    outcomes: LISTENERS,
  },
  'Subscription.onActivityChanged': {
    ask: ({ crudId }) => [
      'subscription ($ids: [ID!]!) { onActivityChanged(ids: $ids) { id } }',
      { ids: [crudId] },
    ],
    outcomes: LISTENERS,
  },
};
