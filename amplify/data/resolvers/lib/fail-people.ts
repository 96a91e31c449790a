import { util } from '@aws-appsync/utils';

/** The typed errors of what people say of themselves and do with each other; see `fail`. */
export function failOfPeople(message: string): void {
  if (message.includes('profiles_display_name_length')) {
    util.error('A display name has between 1 and 50 characters.', 'InvalidDisplayName');
  }
  if (message.includes('profiles_bio_')) util.error('A bio has at most 160 characters.', 'BioTooLong');
  if (message.includes('profiles_location_')) {
    util.error('A location has at most 40 characters.', 'LocationTooLong');
  }
  if (message.includes('profiles_website_form')) {
    util.error('A website starts with https:// and has at most 200 characters.', 'InvalidWebsite');
  }
  if (message.includes('_not_oneself') || message.includes('refused NotAllowed')) {
    util.error('You cannot do that to yourself.', 'NotAllowed');
  }
  if (message.includes('reports_note_length')) {
    util.error('A note has at most 1,000 characters.', 'NoteTooLong');
  }
  if (message.includes('refused ReasonMissing')) {
    util.error('Please give a reason of at most 1,000 characters.', 'ReasonMissing');
  }
}
