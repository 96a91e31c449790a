import { BackedDataSource, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Stack } from 'aws-cdk-lib';
import { HANDLES } from '../data/resolver.ts';

/** The table of handles for resolvers that look one up, or a person's own. CDK's own data source would let it scan and write. */
export class HandlesDataSource extends BackedDataSource {
  constructor(api: GraphqlApi, table: Table) {
    super(
      api,
      HANDLES,
      { api, name: HANDLES },
      {
        type: 'AMAZON_DYNAMODB',
        dynamoDbConfig: { tableName: table.tableName, awsRegion: Stack.of(table).region },
      },
    );
    table.grant(this, 'dynamodb:GetItem', 'dynamodb:Query');
  }
}
