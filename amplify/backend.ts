import { defineBackend } from '@aws-amplify/backend';
import { Stack } from 'aws-cdk-lib';
import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { changeHandle } from '../functions/change-handle/resource.ts';
import { deleteAccount } from '../functions/delete-account/resource.ts';
import { countGraphemes } from '../functions/count-graphemes/resource.ts';
import { ensureProfile } from '../functions/ensure-profile/resource.ts';
import { expireActivities } from '../functions/expire-activities/resource.ts';
import { finishDeletions } from '../functions/finish-deletions/resource.ts';
import { issueUpload } from '../functions/issue-upload/resource.ts';
import { migrate } from '../functions/migrate/resource.ts';
import { postConfirmation } from '../functions/post-confirmation/resource.ts';
import { preSignUp } from '../functions/pre-sign-up/resource.ts';
import { processImage } from '../functions/process-image/resource.ts';
import { removeImage } from '../functions/remove-image/resource.ts';
import { reportClient } from '../functions/report-client/resource.ts';
import { sweepImages } from '../functions/sweep-images/resource.ts';
import { connectAccountFunctions } from './account/functions.ts';
import { auth } from './auth/resource.ts';
import { configureUserPool } from './auth/user-pool.ts';
import { allowGuests } from './data/guest-access.ts';
import { data } from './data/resource.ts';
import { CHANGE_HANDLE, DATABASE, DELETE_ACCOUNT, ENSURE_PROFILE } from './data/resolver.ts';
import { giveDatabaseAccess } from './database/access.ts';
import { createCluster, DATABASE_NAME, MAX_CAPACITY } from './database/cluster.ts';
import { scheduleExpiry } from './database/expiry.ts';
import { createMigrations } from './database/migrations.ts';
import { HandlesDataSource } from './handles/data-source.ts';
import { createHandlesTable } from './handles/table.ts';
import { lifetimeOf } from './lifetime.ts';
import { addMessages } from './messages/add-messages.ts';
import { allowDeletingMessages } from './messages/allow-deleting.ts';
import { createDeadLetters } from './observability/dead-letters.ts';
import { observe } from './observability/observe.ts';
import { metricsNamespace } from './observability/metrics-namespace.ts';
import { traceRequests } from './observability/tracing.ts';
import { REPORT_CLIENT } from './telemetry/data-source.ts';
import { addWebAcl, rateLimit } from './protection/web-acl.ts';
import { seedOutput } from './seed/seed-output.ts';
import { addImages } from './storage/add-images.ts';

export const backend = defineBackend({
  auth,
  data,
  preSignUp,
  postConfirmation,
  ensureProfile,
  changeHandle,
  deleteAccount,
  finishDeletions,
  countGraphemes,
  issueUpload,
  processImage,
  removeImage,
  reportClient,
  sweepImages,
  expireActivities,
  migrate,
});
const { isSandbox, isTemporary } = lifetimeOf(backend.stack);

const { userPool, unauthenticatedUserIamRole, cfnResources } = backend.auth.resources;
configureUserPool(cfnResources.cfnUserPool, cfnResources.cfnUserPoolClient, isTemporary);

const handles = createHandlesTable(backend.createStack('handles'), isTemporary);
const lambdas = {
  preSignUp: backend.preSignUp.resources.lambda as LambdaFunction,
  postConfirmation: backend.postConfirmation.resources.lambda as LambdaFunction,
  ensureProfile: backend.ensureProfile.resources.lambda as LambdaFunction,
  changeHandle: backend.changeHandle.resources.lambda as LambdaFunction,
  deleteAccount: backend.deleteAccount.resources.lambda as LambdaFunction,
  finishDeletions: backend.finishDeletions.resources.lambda as LambdaFunction,
  migrate: backend.migrate.resources.lambda as LambdaFunction,
};
for (const lambda of [lambdas.preSignUp, lambdas.postConfirmation, lambdas.ensureProfile]) {
  handles.grant(lambda, 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:Query');
  lambda.addEnvironment('HANDLES_TABLE', handles.tableName);
}
lambdas.ensureProfile.addEnvironment('USER_POOL_ID', userPool.userPoolId);
lambdas.ensureProfile.addToRolePolicy(
  new PolicyStatement({ actions: ['cognito-idp:AdminGetUser'], resources: [userPool.userPoolArn] }),
);

const deadLetters = createDeadLetters(backend.createStack('dead-letters'));
connectAccountFunctions(lambdas, userPool, handles, deadLetters);

const databaseStack = Stack.of(lambdas.migrate);
const cluster = createCluster(databaseStack, isTemporary);
const { preSignUp: _needsNone, ...usesDatabase } = lambdas;
for (const lambda of Object.values(usesDatabase)) giveDatabaseAccess(lambda, cluster);
const migrations = createMigrations(databaseStack, lambdas.migrate, cluster);
scheduleExpiry(backend.expireActivities.resources.lambda as LambdaFunction, cluster, deadLetters);

const { graphqlApi } = backend.data.resources;
const source = graphqlApi.addRdsDataSourceV2(DATABASE, cluster, cluster.secret!, DATABASE_NAME);
source.node.addDependency(migrations);
new HandlesDataSource(graphqlApi as GraphqlApi, handles);
graphqlApi.addLambdaDataSource(ENSURE_PROFILE, lambdas.ensureProfile);
graphqlApi.addLambdaDataSource(CHANGE_HANDLE, lambdas.changeHandle);
graphqlApi.addLambdaDataSource(DELETE_ACCOUNT, lambdas.deleteAccount);
graphqlApi.addLambdaDataSource(REPORT_CLIENT, backend.reportClient.resources.lambda);
const metrics = metricsNamespace(backend.stack);
backend.reportClient.addEnvironment('METRICS_NAMESPACE', metrics);
addMessages(backend.data.resources, backend.countGraphemes.resources.lambda, isTemporary);
for (const lambda of [lambdas.deleteAccount, lambdas.finishDeletions]) {
  allowDeletingMessages(lambda, backend.data.resources.tables);
}
const images = addImages(backend, cluster, deadLetters, isTemporary);
allowGuests(graphqlApi, unauthenticatedUserIamRole);
traceRequests(backend.data.resources.cfnResources.cfnGraphqlApi);

if (isSandbox) backend.addOutput(seedOutput(handles, cluster, backend.data.resources.tables, images));
if (!isTemporary) {
  const watched = { apiId: graphqlApi.apiId, cluster, maxCapacity: MAX_CAPACITY, deadLetters };
  observe(backend.createStack('observability'), backend.stack, watched);
  const limit = rateLimit(process.env['WAF_RATE_LIMIT']);
  const exposed = { Api: graphqlApi.arn, UserPool: userPool.userPoolArn };
  if (limit) addWebAcl(backend.createStack('protection'), limit, exposed);
}
