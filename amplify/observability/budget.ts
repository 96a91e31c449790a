import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

const USUAL_USD = 30;

/** The environment variable `MONTHLY_BUDGET_USD` of the build, or what an idle branch with a margin costs. */
export function monthlyBudget(wanted: string | undefined): number {
  if (wanted === undefined || wanted === '') return USUAL_USD;
  const amount = Number(wanted);
  if (!Number.isFinite(amount) || amount <= 0) {
    throw new Error(
      `MONTHLY_BUDGET_USD is «${wanted}»: give a number of US dollars above 0, for example 30, or leave it out.`,
    );
  }
  return amount;
}

/** Tells the topic when this month's cost of the account nears the budget, or will exceed it. */
export function addBudget(scope: Construct, name: string, topic: Topic): void {
  const notification = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
    notification: { notificationType, threshold, comparisonOperator: 'GREATER_THAN' },
    subscribers: [{ subscriptionType: 'SNS', address: topic.topicArn }],
  });
  topic.grantPublish(new ServicePrincipal('budgets.amazonaws.com'));
  new CfnBudget(scope, 'Budget', {
    budget: {
      budgetName: name,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: monthlyBudget(process.env['MONTHLY_BUDGET_USD']), unit: 'USD' },
    },
    notificationsWithSubscribers: [notification('ACTUAL', 80), notification('FORECASTED', 100)],
  });
}
