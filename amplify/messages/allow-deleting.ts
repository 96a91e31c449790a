import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';

/** What each table is called in the function's environment, and what deleting somebody's messages does with it. */
const USES: Readonly<Record<string, { variable: string; actions: string[] }>> = {
  Conversation: { variable: 'CONVERSATION_TABLE', actions: ['GetItem', 'UpdateItem', 'DeleteItem'] },
  ConversationMember: { variable: 'CONVERSATION_MEMBER_TABLE', actions: ['Query', 'DeleteItem'] },
  Message: {
    variable: 'MESSAGE_TABLE',
    actions: ['Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'],
  },
  MessageBlock: { variable: 'MESSAGE_BLOCK_TABLE', actions: ['Query', 'PutItem', 'DeleteItem'] },
};

/** Lets a function that deletes accounts delete what they have in direct messages, and no more. */
export function allowDeletingMessages(
  lambda: LambdaFunction,
  tables: Readonly<Record<string, ITable>>,
): void {
  for (const [model, { variable, actions }] of Object.entries(USES)) {
    const { tableName, tableArn } = tables[model]!;
    lambda.addEnvironment(variable, tableName);
    lambda.addToRolePolicy(
      new PolicyStatement({
        actions: actions.map((action) => `dynamodb:${action}`),
        resources: model === 'Message' ? [tableArn, `${tableArn}/index/bySender`] : [tableArn],
      }),
    );
  }
}
