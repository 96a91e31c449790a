import type { Fixture } from './world.ts';

/** Who calls. `author` calls about what is their own, `blocked` about what is of somebody who blocks them. */
export const ROLES = ['guest', 'stranger', 'author', 'blocked', 'suspended', 'moderator'] as const;
export type Role = (typeof ROLES)[number];

/** `yes`: an answer. `nothing`: an answer with nothing in it, as for what is not there. Else the type of the error. */
export type Outcome = string;

export interface Row {
  /** The operation, and its variables about what stands around the caller. */
  ask: (around: Fixture) => readonly [query: string, variables?: Record<string, unknown>];
  /** In the order of ROLES. */
  outcomes: readonly [Outcome, Outcome, Outcome, Outcome, Outcome, Outcome];
  /** The operation uses the caller's account up, so it takes one of its own. */
  spendsCaller?: true;
}

/** AppSync's words for a request of which IAM allows nothing. */
const NO_GUESTS = 'UnauthorizedException';

/** Anybody, with the same answer. */
export const ANYBODY: Row['outcomes'] = ['yes', 'yes', 'yes', 'yes', 'yes', 'yes'];
/** Whoever is signed in. */
export const MEMBERS: Row['outcomes'] = [NO_GUESTS, 'yes', 'yes', 'yes', 'yes', 'yes'];
/** Whoever is signed in, over the real-time endpoint: it words a guest's refusal otherwise. */
export const LISTENERS: Row['outcomes'] = ['Unauthorized', 'yes', 'yes', 'yes', 'yes', 'yes'];
/** Whoever is signed in and not suspended, about themselves. */
export const WRITERS: Row['outcomes'] = [NO_GUESTS, 'yes', 'yes', 'yes', 'Suspended', 'yes'];
/** The group. */
export const MODERATORS: Row['outcomes'] = [
  NO_GUESTS,
  'Unauthorized',
  'Unauthorized',
  'Unauthorized',
  'Unauthorized',
  'yes',
];

/** @param author what happens when it is about oneself @param blocked what they are told who are blocked */
export function writers(author: Outcome, blocked: Outcome): Row['outcomes'] {
  return [NO_GUESTS, 'yes', author, blocked, 'Suspended', 'yes'];
}

/** Those whose own it is; for the others it is not there. */
export function ownersAlone(others: Outcome, suspended: Outcome = 'Suspended'): Row['outcomes'] {
  return [NO_GUESTS, others, 'yes', others, suspended, others];
}

export function readers(guest: Outcome, blocked: Outcome): Row['outcomes'] {
  return [guest, 'yes', 'yes', blocked, 'yes', 'yes'];
}
