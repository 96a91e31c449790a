import { RemovalPolicy } from 'aws-cdk-lib';
import type { AmplifyDynamoDbTableWrapper } from '@aws-amplify/graphql-api-construct';

const MODELS = ['Conversation', 'ConversationMember', 'Message', 'MessageBlock'];

/** What the models of direct messages have no option for: recovery, encryption, and that no deploy drops a branch's. */
export function configureMessageTables(
  tables: Record<string, AmplifyDynamoDbTableWrapper>,
  isTemporary: boolean,
): void {
  for (const model of MODELS) {
    const table = tables[model];
    if (!table) throw new Error(`The model ${model} has no table. Is it still in amplify/data/models?`);
    table.pointInTimeRecoveryEnabled = true;
    table.sseSpecification = { sseEnabled: true };
    table.deletionProtectionEnabled = !isTemporary;
    table.applyRemovalPolicy(isTemporary ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN);
  }
}
