import { AppError } from '../../../lib/errors/app-error.ts';
import { explain } from '../../../lib/errors/explain.ts';
import { toAppError } from '../../../lib/errors/to-app-error.ts';
import {
  CONVERSATION_MAX_MEMBERS,
  MESSAGE_MAX_GRAPHEMES,
  TITLE_MAX_GRAPHEMES,
} from '../../../../shared/limits.ts';

/** What people read about problems that messages alone have. Whoever is blocked doesn't learn by whom. */
const PROBLEMS: Readonly<Record<string, string>> = {
  Blocked: 'You cannot send messages to this person.',
  PersonNotFound: 'One of these people is not there, or not for you.',
  NotFound: 'This conversation is not there any more, or not for you.',
  NotAllowed: 'You cannot do this in this conversation.',
  TooManyMembers: `A group has at most ${CONVERSATION_MAX_MEMBERS} people, you included.`,
  TitleInvalid: `A name has between 1 and ${TITLE_MAX_GRAPHEMES} characters.`,
  TextEmpty: 'Write something first.',
  TextTooLong: `A message has at most ${MESSAGE_MAX_GRAPHEMES.toLocaleString('en')} characters.`,
  ClientIdReused: 'This message was sent before, with another text.',
  Conflict: 'A lot is happening in this conversation. Please try again.',
  Busy: 'Messages are very busy right now. Please try again in a moment.',
  RateLimited: 'That was a lot at once. Wait a while, then try again.',
  Suspended: 'Your account is suspended: you can read, but not write.',
  Unreachable: "You're offline, or Cruddur can't be reached.",
};

/** One or two sentences about an error. */
export function explainProblem(error: unknown): string {
  const { type } = toAppError(error);
  const known = PROBLEMS[type];
  if (known) return known;
  const { title, advice } = explain(error);
  return `${title}. ${advice}`;
}

/** The same for the problem of an unsent message. */
export function explainUnsent(problem: string | null): string {
  return explainProblem(new AppError(problem ?? 'Internal', ''));
}
