import type { TemplateResource } from '../read/template.ts';

/** A resource type without any effect on a laptop, and why that is so. */
export interface InertType {
  readonly type: RegExp;
  readonly reason: string;
  /** Only such resources of the type are without effect; the others stay not covered. */
  readonly when?: (resource: TemplateResource, logicalId: string) => boolean;
}

const NETWORK = 'everything talks over the loopback interface';
const ASSETS = 'what it would upload is read straight from the assembly';

/**
 * The whole allow-list: types that may be in a template although nothing provides them here. They get a stable `Ref`
 * and an answer for any `Fn::GetAtt`. Everything else without a handler is an error.
 */
const INERT_TYPES: readonly InertType[] = [
  { type: /^AWS::CDK::Metadata$/, reason: 'it only counts CDK usage' },
  {
    type: /^AWS::EC2::(VPC|Subnet|RouteTable|Route|SubnetRouteTableAssociation|InternetGateway|VPCGatewayAttachment|SecurityGroup|SecurityGroupIngress|SecurityGroupEgress|VPCEndpoint|NetworkAcl|NetworkAclEntry|SubnetNetworkAclAssociation|EIP|NatGateway|FlowLog)$/,
    reason: NETWORK,
  },
  { type: /^AWS::RDS::DBSubnetGroup$/, reason: NETWORK },
  {
    type: /^AWS::IAM::(InstanceProfile|ServiceLinkedRole|OIDCProvider)$/,
    reason: 'no machine assumes a role here',
  },
  {
    type: /^AWS::Logs::(LogGroup|LogStream|MetricFilter|QueryDefinition|ResourcePolicy)$/,
    reason: 'function logs go to the console',
  },
  { type: /^AWS::(CloudWatch|SNS)::/, reason: 'nobody is paged by a laptop' },
  { type: /^AWS::XRay::/, reason: 'the console shows traces' },
  { type: /^AWS::Budgets::Budget$/, reason: 'a laptop costs nothing' },
  { type: /^AWS::WAFv2::/, reason: 'only this machine reaches the local cloud' },
  {
    type: /^AWS::Lambda::LayerVersion$/,
    reason: 'Amplify’s layers hold the AWS CLI for bucket deployments',
    when: isCliLayer,
  },
  { type: /^Custom::CDKBucketDeployment$/, reason: ASSETS, when: isAmplifyDeployment },
  { type: /^Custom::S3AutoDeleteObjects$/, reason: 'the objects go with the state folder' },
  { type: /^Custom::LogRetention$/, reason: 'function logs go to the console' },
  { type: /^Custom::VpcRestrictDefaultSG$/, reason: NETWORK },
  { type: /^Custom::AmplifyBranchLinkerResource$/, reason: 'there is no Amplify Hosting branch to link' },
  {
    type: /^AWS::StepFunctions::StateMachine$/,
    reason: 'Amplify’s table manager waits with it for tables, which are there at once',
    when: (_resource, logicalId) => /WaiterStateMachine/.test(logicalId),
  },
  { type: /^AWS::CloudFormation::(WaitConditionHandle|WaitCondition)$/, reason: 'nothing signals them here' },
];

/** The entry that makes a resource inert, or undefined. */
export function inertType(resource: TemplateResource, logicalId: string): InertType | undefined {
  return INERT_TYPES.find(
    (entry) => entry.type.test(resource.Type) && (entry.when?.(resource, logicalId) ?? true),
  );
}

function isCliLayer(_resource: TemplateResource, logicalId: string): boolean {
  return /AwsCliLayer/.test(logicalId);
}

/** Amplify's own uploads: the codegen assets and the model introspection schema. */
function isAmplifyDeployment(_resource: TemplateResource, logicalId: string): boolean {
  return /AmplifyCodegenAssets|modelIntrospectionSchema/.test(logicalId);
}
