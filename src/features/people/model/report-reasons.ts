import type { ReportReason } from '../api/report.ts';

/** What can be wrong with a crud or a person, as people read it. */
export const REASONS: readonly { value: ReportReason; label: string; hint: string }[] = [
  { value: 'SPAM', label: 'Spam', hint: 'Advertising, scams, the same again and again' },
  { value: 'ABUSE', label: 'Abuse or hatred', hint: 'Insults, harassment, contempt for who people are' },
  { value: 'VIOLENCE', label: 'Violence', hint: 'Threats, or calls to hurt somebody' },
  { value: 'SEXUAL', label: 'Sexual content', hint: 'Unwanted, or of somebody who did not agree' },
  { value: 'SELF_HARM', label: 'Self-harm', hint: 'Somebody may be in danger from themselves' },
  { value: 'IMPERSONATION', label: 'Impersonation', hint: 'Pretends to be somebody else' },
  { value: 'OTHER', label: 'Something else', hint: 'Tell us below' },
];

/** The same as one word or two. */
export function reasonLabel(reason: ReportReason): string {
  return REASONS.find(({ value }) => value === reason)?.label ?? 'Something else';
}
