import { useQuery } from '@tanstack/react-query';
import { SEARCH_MAX } from '../../../../shared/limits.ts';
import { profilePath, type FullProfile } from '../../../lib/data/full-profile.ts';
import { peopleSuggestionsQuery, trendingHashtagsQuery } from '../queries.ts';
import { useRecentSearches } from './recent-searches.ts';
import { useLate } from './use-late.ts';

export type Option =
  | { kind: 'search' | 'recent'; text: string; path: string }
  | { kind: 'tag'; text: string; path: string }
  | { kind: 'person'; text: string; path: string; profile: FullProfile };

export const searchPath = (text: string): string => `/search?${new URLSearchParams({ q: text })}`;

/** What the search field offers for a text: the search itself, hashtags, people; without a text what was searched last. */
export function useOptions(text: string, open: boolean): Option[] {
  const typed = text.trim();
  const late = useLate(typed, 180);
  const recent = useRecentSearches();
  const asks = open && late !== '' && late.length <= SEARCH_MAX;
  const people = useQuery({ ...peopleSuggestionsQuery(late), enabled: asks }).data ?? [];
  const tags = useQuery({ ...trendingHashtagsQuery, enabled: open }).data ?? [];
  if (typed === '') return recent.map((old) => ({ kind: 'recent', text: old, path: searchPath(old) }));
  const start = typed.replace(/^#/, '').toLowerCase();
  const fitting = tags.filter(({ tag }) => tag.startsWith(start)).slice(0, 3);
  return [
    { kind: 'search', text: typed, path: searchPath(typed) },
    ...fitting.map(({ tag }): Option => ({
      kind: 'tag',
      text: `#${tag}`,
      path: `/tags/${encodeURIComponent(tag)}`,
    })),
    ...people.map((profile): Option => {
      return { kind: 'person', text: profile.displayName, path: profilePath(profile.handle), profile };
    }),
  ];
}
