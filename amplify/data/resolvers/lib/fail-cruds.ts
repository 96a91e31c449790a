import { util } from '@aws-appsync/utils';

/** The typed errors of what people do with cruds; see `fail`. */
export function failOfCruds(message: string): void {
  if (message.includes('activities_message_not_blank')) {
    util.error('Please write something first.', 'MessageEmpty');
  }
  if (message.includes('activities_message_length')) {
    util.error('A crud has at most 280 characters, a reply at most 1,024.', 'MessageTooLong');
  }
  if (message.includes('refused EditTooLate')) {
    util.error('A crud can be changed for five minutes. These are over.', 'EditTooLate');
  }
  if (message.includes('refused NotAuthor')) {
    util.error('Only its author can change a crud.', 'NotAllowed');
  }
  // What it was about went while the statement ran: deleted, or expired to the microsecond.
  if (
    message.includes('activity_id_fkey') ||
    message.includes('activities_parent_id_fkey') ||
    message.includes('activities_thread_id_fkey') ||
    message.includes('activities_expiry')
  ) {
    util.error('There is nothing here, or not for you.', 'NotFound');
  }
}
