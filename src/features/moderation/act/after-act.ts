import type { Act, Page, Report } from '../api/moderation.ts';
import type { Intent } from './acts.ts';

interface Pages<Item> {
  pages: Page<Item>[];
  pageParams: unknown[];
}

/** The open reports after an act: without those that it dealt with, as the database decides it. */
export function reportsAfter<Data extends Pages<Report>>(data: Data, { field, id }: Intent): Data {
  const isDealtWith = (report: Report): boolean =>
    (field === 'dismissReport' && report.id === id) ||
    ((field === 'hideActivity' || field === 'unhideActivity') && report.activityId === id) ||
    (field === 'suspendProfile' && report.profile.id === id);
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      items: page.items.filter((report) => !isDealtWith(report)),
    })),
  };
}

/**
 * What can be taken back about each act of the log: the newest about a crud or a person that still stands.
 * @param acts newest first. Answers the ids of the acts.
 */
export function reversible(acts: readonly Act[]): Set<string> {
  const seen = new Set<string>();
  const answer = new Set<string>();
  for (const { id, act, activityId, profile } of acts) {
    if (act === 'DISMISS') continue;
    const subject = activityId ? `crud ${activityId}` : `person ${profile?.id}`;
    if (!seen.has(subject) && profile && (act === 'HIDE' || act === 'SUSPEND')) answer.add(id);
    seen.add(subject);
  }
  return answer;
}
