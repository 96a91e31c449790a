import type { FullProfile } from '../full-profile.ts';
import type { Profile } from '../types.ts';
import { REMOVED, type Rule } from './rewrite.ts';
import { isActivity } from './rules.ts';

function isProfile(node: object): node is Profile {
  return 'handle' in node && 'displayName' in node && 'id' in node;
}

function isFull(node: object): node is FullProfile {
  return isProfile(node) && 'followedByMe' in node;
}

/** Somebody's profile changes where it stands in full. */
export function changingFull(id: string, change: (profile: FullProfile) => FullProfile): Rule {
  return (node) => (isFull(node) && node.id === id ? change(node) : node);
}

/** Somebody is called, or looks, otherwise. A profile gets no field that it did not have. */
export function renaming(profile: Partial<FullProfile> & Pick<Profile, 'id'>): Rule {
  return (node) => {
    if (!isProfile(node) || node.id !== profile.id) return node;
    const known = Object.entries(profile).filter(([key]) => key in node);
    const differs = known.some(([key, value]) => node[key as keyof Profile] !== value);
    return differs ? { ...node, ...Object.fromEntries(known) } : node;
  };
}

/** Reposts by somebody go; the cruds stay where they stand for themselves. */
export function repostedBy(id: string): Rule {
  return (node) => (isActivity(node) && node.repostedBy?.id === id ? REMOVED : node);
}

/** What somebody wrote or reposted goes. */
export function hearingNothingOf(id: string): Rule {
  return (node) =>
    isActivity(node) && (node.author.id === id || node.repostedBy?.id === id) ? REMOVED : node;
}
