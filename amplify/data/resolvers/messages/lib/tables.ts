import type { Context } from '@aws-appsync/utils';

export type Model = 'Conversation' | 'ConversationMember' | 'Message' | 'MessageBlock';

/**
 * The name of a model's table. It ends in the literal NONE on branches too, where the stash would say the branch's name
 * (amplify-backend#2992).
 */
export function table(ctx: Context, model: Model): string {
  return `${model}-${ctx.stash['awsAppsyncApiId'] as string}-NONE`;
}
