import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { AmplifyGraphqlApiResources } from '@aws-amplify/graphql-api-construct';
import { addMessageDataSources } from './data-sources.ts';
import { configureMessageTables } from './tables.ts';

/** Direct messages beyond their models: the settings of the tables, and the data sources of the resolvers. */
export function addMessages(
  {
    cfnResources,
    graphqlApi,
    tables,
  }: Pick<AmplifyGraphqlApiResources, 'cfnResources' | 'graphqlApi' | 'tables'>,
  countGraphemes: IFunction,
  isTemporary: boolean,
): void {
  configureMessageTables(cfnResources.amplifyDynamoDbTables, isTemporary);
  addMessageDataSources(graphqlApi as GraphqlApi, tables as Record<string, ITable>, countGraphemes);
}
