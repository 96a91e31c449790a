import type { CloudContext } from '../../../core/context.ts';
import type { Table } from './definition.ts';

type Account = Pick<CloudContext, 'region' | 'accountId'>;

export function tableArn({ region, accountId }: Account, tableName: string): string {
  return `arn:aws:dynamodb:${region}:${accountId}:table/${tableName}`;
}

export function indexArn(account: Account, tableName: string, indexName: string): string {
  return `${tableArn(account, tableName)}/index/${indexName}`;
}

/** The ARN of a table's newest stream, if it ever had one. */
export function streamArn(account: Account, { definition }: Table): string | undefined {
  if (!definition.Stream) return undefined;
  return `${tableArn(account, definition.TableName)}/stream/${definition.Stream.Label}`;
}
