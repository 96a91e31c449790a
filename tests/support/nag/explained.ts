/** A finding of cdk-nag's AWS Solutions pack that stands, and why. */
export interface Explained {
  /** Of the rule's whole name, its finding in brackets included. */
  rule: RegExp;
  /** Of the construct's path below the stack. */
  where: RegExp;
  why: string;
}

const AMPLIFY =
  /^(AmplifyBranchLinker|data\/cruddur\/(AmplifyTableManager|AmplifyCodegenAssets)|data\/modelIntrospection)/;

/** What nag says of the templates and is right as it is. A test fails for findings without a line here, and for lines without a finding. */
export const EXPLAINED: readonly Explained[] = [
  {
    rule: /^AwsSolutions-IAM4.*AWSLambdaBasicExecutionRole/,
    where: /./,
    why: 'The managed policy lets a function write its own log and nothing else; AWS keeps it up to date.',
  },
  {
    rule: /^AwsSolutions-IAM4.*AWSAppSyncPushToCloudWatchLogs/,
    where: /GraphQLAPI\/ApiLogsRole/,
    why: 'The managed policy lets AppSync write logs and nothing else; Amplify chooses it.',
  },
  {
    rule: /^AwsSolutions-ASC3$/,
    where: /GraphQLAPI\/Resource/,
    why: 'The rule wants verbose content. Requests are logged with their ids, and never what people wrote in them.',
  },
  {
    rule: /^AwsSolutions-IAM(4|5)|^AwsSolutions-(S1|S10|L1)$/,
    where: AMPLIFY,
    why: 'Amplify makes these for the deploy; no request of a person reaches them.',
  },
  {
    rule: /^AwsSolutions-(IAM5|L1)/,
    where: /Custom::CDKBucketDeployment/,
    why: 'CDK copies Amplify’s assets with it during the deploy, between the assets bucket and one bucket.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\["arn:.*:table\/\$\{tablename/,
    where: /IAMRole\/Resource$/,
    why: 'Amplify’s own roles of the models: one table each, with its indexes.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::<.*Handles.*Arn>\/index\/\*\]/,
    where: /./,
    why: 'The indexes of one table, of which there is one.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::<\w+(\.Arn|Arn)>:\*\]/,
    where: /DataSource\/ServiceRole|L2GraphqlApi\/\w+\/ServiceRole/,
    why: 'The versions of one function; CDK’s data source asks for them.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::arn:.*:rds:.*:cluster:/,
    where: /L2GraphqlApi\/Database/,
    why: 'AppSync’s data source of one cluster; CDK names it with and without a suffix.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::<.*Images.*Arn>\/(public|incoming)\/\*\]/,
    where: /./,
    why: 'One folder of one bucket: what the function is for.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::<.*GraphQ?lAPI.*Arn>?.*\/types\/\w+\/\*\]/i,
    where: /GuestAccess|(remove|process)-image/,
    why: 'The fields of one GraphQL type that its holder may read.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]/,
    where: /ServiceRole\/DefaultPolicy/,
    why: 'xray:PutTraceSegments, PutTelemetryRecords and cloudwatch:GetMetricStatistics know no resources.',
  },
  {
    rule: /^AwsSolutions-COG2$/,
    where: /UserPool/,
    why: 'A social network offers a second factor (TOTP) and does not force it on people.',
  },
  {
    rule: /^AwsSolutions-COG8$/,
    where: /UserPool/,
    why: 'The Plus plan costs twenty times the Lite plan for each person: see docs/costs.md.',
  },
  {
    rule: /^AwsSolutions-COG7$/,
    where: /IdentityPool$/,
    why: 'Visitors read without signing in; what they may is amplify/data/guest-access.ts.',
  },
  {
    rule: /^AwsSolutions-S1$/,
    where: /storage\/Images/,
    why: 'Nobody reads the bucket but CloudFront and our functions, which log what they do.',
  },
  {
    rule: /^AwsSolutions-SQS3$/,
    where: /^dead-letters\//,
    why: 'It is the dead-letter queue.',
  },
  {
    rule: /^AwsSolutions-VPC7$/,
    where: /database\/Vpc/,
    why: 'Isolated subnets without a way in or out, and a security group that lets nobody in: there is no flow to log.',
  },
  {
    rule: /^AwsSolutions-SMG4$/,
    where: /database\/Cluster\/Secret/,
    why: 'Rotation needs a function inside the VPC with an endpoint to Secrets Manager ($7 a month and zone). The password is known to the Data API alone, which needs IAM’s leave as well; docs/operations.md says how to change it by hand.',
  },
  {
    rule: /^AwsSolutions-RDS6$/,
    where: /database\/Cluster/,
    why: 'Nobody connects to the database over the network: the Data API asks IAM already.',
  },
  {
    rule: /^AwsSolutions-CFR1$/,
    where: /storage\/Delivery/,
    why: 'The app is for everybody.',
  },
  {
    rule: /^AwsSolutions-CFR2$/,
    where: /storage\/Delivery/,
    why: 'Public pictures from a private bucket: nothing to attack but the bill, and a web ACL costs more than the idle backend. It is an option: docs/operations.md.',
  },
  {
    rule: /^AwsSolutions-CFR3$/,
    where: /storage\/Delivery/,
    why: 'Addresses with people’s IP addresses are not kept without need; CloudFront’s metrics are enough.',
  },
  {
    rule: /^AwsSolutions-CFR4$/,
    where: /storage\/Delivery/,
    why: 'CloudFront’s own certificate allows no choice of protocol; with a domain of one’s own it becomes TLSv1.2_2021 (docs/deploying.md).',
  },
];
