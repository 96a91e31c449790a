import { Stack } from 'aws-cdk-lib';
import { BackedDataSource, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { DIRECT_MESSAGES, GRAPHEMES } from '../data/models/message-steps.ts';

type MessageTables = Record<string, ITable>;

/**
 * The data source of transactions over all tables of direct messages; the ones that Amplify makes reach one table each,
 * and CDK's own would let it scan. A transaction needs the rights of what it consists of. (docs/adr/0010)
 */
class DirectMessagesDataSource extends BackedDataSource {
  constructor(api: GraphqlApi, tables: MessageTables) {
    const { tableName } = tables['Conversation']!;
    super(
      api,
      DIRECT_MESSAGES,
      { api, name: DIRECT_MESSAGES },
      {
        type: 'AMAZON_DYNAMODB',
        dynamoDbConfig: { tableName, awsRegion: Stack.of(api).region },
      },
    );
    const changes = ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];
    tables['Conversation']!.grant(this, ...changes);
    tables['Message']!.grant(this, ...changes);
    tables['ConversationMember']!.grant(this, ...changes, 'dynamodb:DeleteItem');
    tables['MessageBlock']!.grant(this, 'dynamodb:BatchGetItem');
  }
}

/** Adds what the resolvers of direct messages need: that data source, and the one that counts graphemes. */
export function addMessageDataSources(
  api: GraphqlApi,
  tables: MessageTables,
  countGraphemes: IFunction,
): void {
  new DirectMessagesDataSource(api, tables);
  api.addLambdaDataSource(GRAPHEMES, countGraphemes);
}
