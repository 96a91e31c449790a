import type { Behavior, DistributionConfig } from './distribution.ts';

/** The behavior for a path: the first whose pattern fits, or the default one. */
export function behaviorFor(
  { CacheBehaviors = [], DefaultCacheBehavior }: DistributionConfig,
  path: string,
): Behavior {
  return CacheBehaviors.find(({ PathPattern }) => fits(PathPattern, path)) ?? DefaultCacheBehavior;
}

/** `*` stands for anything, `?` for one character; case counts, a leading slash doesn't. */
function fits(pattern: string, path: string): boolean {
  const full = pattern.startsWith('/') || pattern.startsWith('*') ? pattern : `/${pattern}`;
  const escaped = full.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(path);
}
