import { queryOptions } from '@tanstack/react-query';
import { fetchPeople, fetchSuggestedPeople, fetchTrendingHashtags } from './api/discover.ts';

const FIVE_MINUTES = 300_000;

export const trendingHashtagsQuery = queryOptions({
  queryKey: ['discover', 'hashtags'],
  queryFn: () => fetchTrendingHashtags(10),
  staleTime: FIVE_MINUTES,
});

// Following somebody here or elsewhere changes whatever is cached.
export const suggestedPeopleQuery = queryOptions({
  queryKey: ['discover', 'people'],
  queryFn: () => fetchSuggestedPeople(10),
  staleTime: FIVE_MINUTES,
});

export const peopleSuggestionsQuery = (text: string) =>
  queryOptions({
    queryKey: ['discover', 'suggestions', text],
    queryFn: async () => (await fetchPeople(text, null, 5)).items,
    staleTime: 60_000,
  });
