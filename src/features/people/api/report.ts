import type { Schema } from '../../../../amplify/data/resource.ts';
import { request } from '../../../lib/data/request.ts';

export type ReportReason = NonNullable<Schema['ReportReason']['type']>;

export interface Report {
  id: string;
  reason: ReportReason;
  /** At most REPORT_NOTE_MAX characters; empty for none. */
  note: string;
}

/** Tells the moderators of a crud or a person. Throws AppError NotFound, NotAllowed, NoteTooLong, RateLimited, Suspended. */
export async function sendReport(kind: 'crud' | 'person', report: Report): Promise<void> {
  const field = kind === 'crud' ? 'reportActivity' : 'reportProfile';
  await request(
    `mutation Report($id: ID!, $reason: ReportReason!, $note: String) {
      ${field}(id: $id, reason: $reason, note: $note)
    }`,
    { ...report },
  );
}
