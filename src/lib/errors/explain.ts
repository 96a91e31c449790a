import {
  BIO_MAX_GRAPHEMES,
  CONVERSATION_MAX_MEMBERS,
  CRUD_MAX_GRAPHEMES,
  DISPLAY_NAME_MAX_GRAPHEMES,
  EDIT_WINDOW_MINUTES,
  LOCATION_MAX_GRAPHEMES,
  MESSAGE_MAX_GRAPHEMES,
  SEARCH_MAX,
  TITLE_MAX_GRAPHEMES,
} from '../../../shared/limits.ts';
import { toAppError } from './to-app-error.ts';

/** What a person reads about an error: what happened, and what to do. */
export interface Explanation {
  title: string;
  advice: string;
  /** Whether the same again may succeed. */
  retryable: boolean;
}

const again = (title: string, advice: string): Explanation => ({ title, advice, retryable: true });
const final = (title: string, advice: string): Explanation => ({ title, advice, retryable: false });

const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  Network: again("You're offline, or Cruddur can't be reached", 'Check your connection, then try again.'),
  SignedOut: final('You are signed out', 'Sign in again to go on.'),
  DatabaseResuming: again(
    'The database is still waking up',
    'It usually takes 15 seconds. Please try again.',
  ),
  LimitExceededException: again('That was a lot at once', 'Wait a minute, then try again.'),
  MessageEmpty: final('There is nothing to post yet', 'Write something first.'),
  MessageTooLong: final('This crud is too long', `Shorten it to ${CRUD_MAX_GRAPHEMES} characters.`),
  UnknownExpiry: final('This lifetime is not offered any more', 'Choose another one.'),
  InvalidText: final('A character cannot be stored', 'Remove unusual invisible characters, then post again.'),
  ProfileMissing: again('Your profile is not ready yet', 'Please try again in a moment.'),
  NotFound: final('There is nothing here any more', 'It has gone, or it is not for you.'),
  NotAllowed: final(
    'That is not for you to do',
    'Only its author can change a crud; nobody can follow, block or report themselves.',
  ),
  RateLimited: again('That was a lot in a short time', 'Please wait a little, then try again.'),
  Suspended: final('Your account is suspended', 'You can read, but not write.'),
  Busy: again('Others did the same at this moment', 'Please try again.'),
  NoteTooLong: final('The note is too long', 'Shorten it to 1,000 characters.'),
  InvalidCursor: again('Your place in the feed got lost', 'Load the feed from the top.'),
  Expired: final('This crud has expired', 'Everything here fades after the time its author chose.'),
  EditTooLate: final(
    'This crud cannot be changed any more',
    `Its text can be changed for ${EDIT_WINDOW_MINUTES} minutes.`,
  ),
  Blocked: final('You cannot write to this person', 'One of you blocks the other.'),
  PersonNotFound: final('This person is not here', 'They may have left, or are not there for you.'),
  TooManyMembers: final(
    'That are too many people',
    `A group has at most ${CONVERSATION_MAX_MEMBERS} members.`,
  ),
  TitleInvalid: final('This title does not work', `It needs 1 to ${TITLE_MAX_GRAPHEMES} characters.`),
  TextEmpty: final('There is nothing to send yet', 'Write something first.'),
  TextTooLong: final('This message is too long', `Shorten it to ${MESSAGE_MAX_GRAPHEMES} characters.`),
  Conflict: again('A lot is happening in this conversation', 'Please try again.'),
  HandleTaken: final('This handle is taken', 'Please choose another one.'),
  HandleInvalid: final('This handle does not work', 'It has 3 to 20 letters a–z, digits and underscores.'),
  InvalidDisplayName: final(
    'This name does not work',
    `It needs 1 to ${DISPLAY_NAME_MAX_GRAPHEMES} characters.`,
  ),
  BioTooLong: final('The text about you is too long', `Shorten it to ${BIO_MAX_GRAPHEMES} characters.`),
  LocationTooLong: final('The place is too long', `Shorten it to ${LOCATION_MAX_GRAPHEMES} characters.`),
  InvalidWebsite: final('This address does not work', 'It starts with https:// and has no spaces.'),
  UnsupportedImageType: final('This kind of picture does not work', 'Take a JPEG, PNG, WebP, AVIF or GIF.'),
  InvalidCrop: final('This part of the picture does not work', 'Choose another part of it.'),
  ReasonMissing: final('Please give a reason', 'The person concerned can read it.'),
  QueryTooLong: final('This is too much to search for', `Shorten it to ${SEARCH_MAX} characters.`),
  AccountClosed: final('This account is closed', 'It is being deleted. You are welcome to sign up anew.'),
  ReauthenticationRequired: final('Your sign-in is not fresh enough', 'Sign in again, then try once more.'),
  InvalidId: final('This address is not complete', 'Check the link you followed.'),
};

const INTERNAL = again('Something went wrong on our side', 'Please try again.');

/** Never shows what a server said: the texts are ours. */
export function explain(error: unknown): Explanation {
  return EXPLANATIONS[toAppError(error).type] ?? INTERNAL;
}

/** Whether an error has words of its own. */
export function hasWords(type: string): boolean {
  return type in EXPLANATIONS;
}
