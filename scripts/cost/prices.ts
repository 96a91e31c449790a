/** A price in US dollars for one unit, in us-east-1, before any discount. */
export interface Price {
  usd: number;
  unit: string;
  /** Where it was read, in a stored copy; AWS's own page where that shows its prices, else who repeats them. */
  source: string;
  /** When it was read there. */
  seen: string;
}

const SEEN = '2026-11-23';
const READ = '2026-11-26';
const page = (path: string): string => `https://aws.amazon.com/${path}/pricing/`;

export const PRICES = {
  appSyncOperation: {
    usd: 4 / 1e6,
    unit: 'query or mutation',
    source: 'https://awsi.click/en/glossary/appsync/',
    seen: READ,
  },
  appSyncMessage: { usd: 2 / 1e6, unit: 'message to a listener (5 kB)', source: page('appsync'), seen: SEEN },
  appSyncMinute: { usd: 0.08 / 1e6, unit: 'minute of a connection', source: page('appsync'), seen: SEEN },
  cognitoLite: {
    usd: 0.0055,
    unit: 'monthly user, 10,001 to 100,000',
    source: 'https://github.com/api-evangelist (transcription of AWS’s page)',
    seen: SEEN,
  },
  cognitoLiteLarge: {
    usd: 0.0046,
    unit: 'monthly user above 100,000',
    source: 'https://github.com/api-evangelist (transcription of AWS’s page)',
    seen: SEEN,
  },
  auroraCapacity: {
    usd: 0.12,
    unit: 'ACU hour',
    source: 'https://awsnegotiations.com/blog/aurora-serverless-v2-pricing.html',
    seen: READ,
  },
  auroraStorage: {
    usd: 0.1,
    unit: 'GB month',
    source: 'https://awsnegotiations.com/blog/aurora-serverless-v2-pricing.html',
    seen: READ,
  },
  auroraIo: {
    usd: 0.2 / 1e6,
    unit: 'I/O',
    source: 'https://github.com/aws/agent-toolkit-for-aws (io-optimized-pricing.md)',
    seen: READ,
  },
  dataApi: {
    usd: 0.35 / 1e6,
    unit: 'Data API request',
    source: 'https://sst.dev/docs/component/aws/aurora',
    seen: READ,
  },
  dynamoWrite: {
    usd: 0.625 / 1e6,
    unit: 'write request unit',
    source: 'https://airbyte.com/data-engineering-resources/dynamodb-pricing',
    seen: READ,
  },
  dynamoRead: {
    usd: 0.125 / 1e6,
    unit: 'read request unit',
    source: 'https://airbyte.com/data-engineering-resources/dynamodb-pricing',
    seen: READ,
  },
  dynamoStorage: {
    usd: 0.25,
    unit: 'GB month above 25',
    source: 'https://airbyte.com/data-engineering-resources/dynamodb-pricing',
    seen: SEEN,
  },
  lambdaRequest: {
    usd: 0.2 / 1e6,
    unit: 'request above 1 million',
    source: 'https://unanswered.io/guide/aws-lambda-pricing-after-free-tier',
    seen: READ,
  },
  lambdaCompute: {
    usd: 0.0000133334,
    unit: 'GB second on arm64 above 400,000',
    source: 'https://cloudchipr.com/blog/aws-lambda-pricing',
    seen: READ,
  },
  s3Storage: {
    usd: 0.023,
    unit: 'GB month',
    source: 'https://devnotes.tech/understanding-aws-s3-pricing-a-complete-cost-breakdown-with-examples',
    seen: READ,
  },
  cloudFront: { usd: 0.085, unit: 'GB above 1,000', source: page('cloudfront'), seen: READ },
  hostingBuild: {
    usd: 0.01,
    unit: 'build minute',
    source: 'https://github.com/aws-amplify/amplify-hosting/issues/349 (2020)',
    seen: READ,
  },
  hostingServed: {
    usd: 0.15,
    unit: 'GB served',
    source: 'https://github.com/aws-amplify/amplify-hosting/issues/349 (2020)',
    seen: READ,
  },
  logs: {
    usd: 0.5,
    unit: 'GB of logs above 5',
    source: 'https://hykell.com/kb/platform-specific-guides/aws-cloudwatch-logs-pricing',
    seen: READ,
  },
  traces: { usd: 5 / 1e6, unit: 'trace above 100,000', source: page('xray'), seen: READ },
  secret: {
    usd: 0.4,
    unit: 'secret and month',
    source: 'https://hivebook.wiki/wiki/aws-secrets-manager-rotated-secrets-dynamic-db-credentials-kms',
    seen: READ,
  },
  mail: {
    usd: 0.1 / 1000,
    unit: 'mail',
    source: 'https://www.acecloudinterviews.com/tutorials/aws/ses/',
    seen: READ,
  },
  // What the original ran on.
  loadBalancer: { usd: 22, unit: 'month', source: 'https://fortem.dev', seen: SEEN },
  fargateCpu: { usd: 0.04048, unit: 'vCPU hour', source: 'https://fortem.dev', seen: SEEN },
  fargateMemory: { usd: 0.004445, unit: 'GB hour', source: 'https://fortem.dev', seen: SEEN },
  rdsMicro: {
    usd: 14.71,
    unit: 'db.t3.micro with 20 GB, month',
    source: 'https://endpoint51.com',
    seen: SEEN,
  },
  natGateway: { usd: 0.045, unit: 'hour', source: 'https://usage.ai', seen: SEEN },
} as const satisfies Record<string, Price>;

export const HOURS = 730;
