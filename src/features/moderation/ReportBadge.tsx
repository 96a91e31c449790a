import { useInfiniteQuery } from '@tanstack/react-query';
import { Badge } from '../../ui/Badge.tsx';
import { reportsQuery } from './moderation-query.ts';

/** How many reports wait, for the navigation: as they were when the page was opened, less those dealt with since. */
export function ReportBadge() {
  const { data } = useInfiniteQuery(reportsQuery);
  const pages = data?.pages ?? [];
  const count = pages.reduce((sum, { items }) => sum + items.length, 0);
  return <Badge count={count} orMore={pages.at(-1)?.cursor != null} label="open reports" />;
}
