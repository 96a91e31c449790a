import { MODERATORS, writers, type Row } from './table.ts';

function act(field: string, about: (around: Parameters<Row['ask']>[0]) => string): Row {
  return {
    ask: (around) => [`mutation ($id: ID!) { ${field}(id: $id, reason: "test") }`, { id: about(around) }],
    outcomes: MODERATORS,
  };
}

function report(field: string, about: (around: Parameters<Row['ask']>[0]) => string): Row {
  return {
    ask: (around) => [`mutation ($id: ID!) { ${field}(id: $id, reason: SPAM) }`, { id: about(around) }],
    outcomes: writers('NotAllowed', 'NotFound'),
  };
}

export const moderationFields: Record<string, Row> = {
  'Mutation.reportActivity': report('reportActivity', ({ crudId }) => crudId),
  'Mutation.reportProfile': report('reportProfile', ({ person }) => person.id),
  'Query.openReports': { ask: () => ['{ openReports { items { id } } }'], outcomes: MODERATORS },
  'Query.moderationLog': { ask: () => ['{ moderationLog { items { id } } }'], outcomes: MODERATORS },
  'Mutation.hideActivity': act('hideActivity', ({ crudId }) => crudId),
  'Mutation.unhideActivity': act('unhideActivity', ({ crudId }) => crudId),
  'Mutation.suspendProfile': act('suspendProfile', ({ bystander }) => bystander.id),
  'Mutation.unsuspendProfile': act('unsuspendProfile', ({ bystander }) => bystander.id),
  'Mutation.dismissReport': act('dismissReport', ({ reportId }) => reportId),
};
