import { util } from '@aws-appsync/utils';
import { failOfCruds } from './fail-cruds.ts';
import { failOfPeople } from './fail-people.ts';

/**
 * Ends the request with a typed error that says what to do. What the database said goes to nobody: it may hold SQL or
 * other people's data. Constraints are known by their names.
 * @param trace of lib/trace-id.ts: goes with errors of ours, so that they can be found
 */
export function fail(message: string, trace: string): void {
  failOfCruds(message);
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
  if (message.includes('resum') || message.includes('Communications link failure')) {
    util.error('The database is waking up. Please try again in a few seconds.', 'DatabaseResuming');
  }
  if (message.includes('invalid input syntax for type uuid')) {
    util.error('This id is not a UUID.', 'InvalidId');
  }
  if (message.includes('date/time field value out of range')) {
    util.error('This cursor is not one of ours. Load the first page again.', 'InvalidCursor');
  }
  if (message.includes('deadlock detected') || message.includes('40P01')) {
    util.error('Others did the same at this moment. Please try again.', 'Busy');
  }
  if (message.includes('invalid byte sequence') || message.includes('unsupported Unicode escape')) {
    util.error('The text holds a character that cannot be stored.', 'InvalidText');
  }
  util.error('Something went wrong on our side. Please try again.', 'Internal', null, { traceId: trace });
}
