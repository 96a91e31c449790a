import { util } from '@aws-appsync/utils';
import { failOfPeople } from './fail-people.ts';

/**
 * Ends the request with a typed error that says what to do. What the database said goes to nobody: it may hold SQL or
 * other people's data. Constraints are known by their names.
 */
export function fail(message: string): void {
  failOfPeople(message);
  if (message.includes('caller_suspended')) {
    util.error('Your account is suspended: you can read, but not write.', 'Suspended');
  }
  if (message.includes('caller_missing')) {
    util.error('Your profile does not exist yet. Please try again.', 'ProfileMissing');
  }
  if (message.includes('refused NotFound')) {
    util.error('There is nothing here, or not for you.', 'NotFound');
  }
  if (message.includes('refused RateLimited')) {
    util.error('That was a lot in a short time. Please wait a little.', 'RateLimited');
  }
  if (message.includes('activities_message_not_blank')) {
    util.error('Please write something first.', 'MessageEmpty');
  }
  if (message.includes('activities_message_length')) {
    util.error('A crud has at most 280 characters.', 'MessageTooLong');
  }
  if (message.includes('resum') || message.includes('Communications link failure')) {
    util.error('The database is waking up. Please try again in a few seconds.', 'DatabaseResuming');
  }
  if (message.includes('invalid input syntax for type uuid')) {
    util.error('This id is not a UUID.', 'InvalidId');
  }
  if (message.includes('invalid byte sequence') || message.includes('unsupported Unicode escape')) {
    util.error('The text holds a character that cannot be stored.', 'InvalidText');
  }
  util.error('Something went wrong on our side. Please try again.', 'Internal');
}
