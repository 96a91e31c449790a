import { Duration, Stack } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as Target } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';

import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { keepFailedEvents } from '../observability/dead-letters.ts';

export interface AccountFunctions {
  changeHandle: LambdaFunction;
  deleteAccount: LambdaFunction;
  finishDeletions: LambdaFunction;
}

/** Gives the functions about accounts what each needs, and runs finish-deletions every hour. */
export function connectAccountFunctions(
  lambdas: AccountFunctions,
  userPool: IUserPool,
  handles: Table,
  deadLetters: IQueue,
): void {
  const { changeHandle, deleteAccount, finishDeletions } = lambdas;
  const allow = (lambda: LambdaFunction, ...actions: string[]): void => {
    lambda.addToRolePolicy(new PolicyStatement({ actions, resources: [userPool.userPoolArn] }));
  };
  for (const lambda of [changeHandle, deleteAccount, finishDeletions]) {
    lambda.addEnvironment('HANDLES_TABLE', handles.tableName);
    lambda.addEnvironment('USER_POOL_ID', userPool.userPoolId);
  }
  handles.grant(
    changeHandle,
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'dynamodb:Query',
  );
  allow(changeHandle, 'cognito-idp:AdminUpdateUserAttributes');
  for (const lambda of [deleteAccount, finishDeletions]) {
    handles.grant(lambda, 'dynamodb:Query', 'dynamodb:DeleteItem');
    allow(lambda, 'cognito-idp:AdminDisableUser', 'cognito-idp:AdminDeleteUser');
  }
  allow(deleteAccount, 'cognito-idp:AdminAddUserToGroup');
  allow(finishDeletions, 'cognito-idp:ListUsersInGroup');
  // What one run could not do, the next one does.
  keepFailedEvents(finishDeletions, deadLetters, Duration.hours(1));
  // In the function's stack: a rule elsewhere would depend on it and be depended on.
  new Rule(Stack.of(finishDeletions), 'FinishDeletionsHourly', {
    schedule: Schedule.rate(Duration.hours(1)),
    targets: [new Target(finishDeletions)],
  });
}
