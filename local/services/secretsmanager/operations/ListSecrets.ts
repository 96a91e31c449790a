import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { notCovered } from '../../../core/errors.ts';
import { describe } from '../describe.ts';
import type { SecretStore } from '../store.ts';

interface Input {
  MaxResults?: number;
  NextToken?: string;
  IncludePlannedDeletion?: boolean;
  Filters?: { Key: string; Values: string[] }[];
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html */
export function listSecrets(store: SecretStore): Operation<Input> {
  return {
    authorize: () => [{ action: 'secretsmanager:ListSecrets', resource: '*' }],
    run(input) {
      const filters = input.Filters ?? [];
      const unknown = filters.find((filter) => filter.Key !== 'name');
      if (unknown) throw notCovered(`the filter ${unknown.Key} of ListSecrets`);
      const start = input.NextToken === undefined ? 0 : Number(input.NextToken);
      if (!Number.isInteger(start)) throw new AwsError('InvalidNextTokenException', 'Invalid NextToken');
      const all = store
        .list()
        .filter((secret) => input.IncludePlannedDeletion || secret.deletedDate === undefined)
        .filter((secret) =>
          filters.every(({ Values }) => Values.some((value) => secret.name.startsWith(value))),
        );
      const end = start + (input.MaxResults ?? 100);
      return {
        SecretList: all.slice(start, end).map((secret) => describe(secret, 'SecretVersionsToStages')),
        ...(end < all.length ? { NextToken: String(end) } : {}),
      };
    },
  };
}
