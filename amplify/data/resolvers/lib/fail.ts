import { util } from '@aws-appsync/utils';

/**
 * Ends the request with a typed error that says what to do. What the database said goes to nobody: it may hold SQL or
 * other people's data. Constraints are known by their names.
 */
export function fail(message: string): void {
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
