export { unblock } from './block-and-mute.ts';
export { askToBlock, askToMute, askToReport } from './dialogs/ask.tsx';
export { PeopleList } from './list/PeopleList.tsx';
export { peopleQuery } from './list/people-query.ts';
export { reasonLabel } from './model/report-reasons.ts';
export { PersonRow } from './row/PersonRow.tsx';
