import { HOURS, PRICES } from './prices.ts';
import { BUILD_MINUTES, PER_PERSON, REPORT, type Usage } from './usage.ts';

/** Dollars a month by what they are for. */
export type Bill = Readonly<Record<string, number>>;

const DAYS = HOURS / 24;
const above = (free: number, used: number): number => Math.max(0, used - free);

/** Cognito's Lite plan: the first 10,000 are free, above 100,000 it is cheaper. */
export function cognitoLite(people: number): number {
  const middle = Math.min(above(10_000, people), 90_000);
  return middle * PRICES.cognitoLite.usd + above(100_000, people) * PRICES.cognitoLiteLarge.usd;
}

/** What a branch costs in a month. */
export function billOf({ people, acu, awakeHours, storageGb, builds }: Usage): Bill {
  const each = PER_PERSON;
  const requests = people * each.lambdaRequests;
  const operations = people * each.operations;
  return {
    'AppSync: requests': operations * PRICES.appSyncOperation.usd,
    'AppSync: real time':
      people *
      (each.realTimeMessages * PRICES.appSyncMessage.usd + each.connectionMinutes * PRICES.appSyncMinute.usd),
    'Cognito, Lite': cognitoLite(people),
    'Aurora: capacity': acu * awakeHours * DAYS * PRICES.auroraCapacity.usd,
    'Aurora: storage, I/O, Data API':
      storageGb * PRICES.auroraStorage.usd +
      people * each.statements * (PRICES.dataApi.usd + each.iosPerStatement * PRICES.auroraIo.usd),
    DynamoDB:
      people *
        (each.directMessages * each.writeUnitsPerMessage * PRICES.dynamoWrite.usd +
          each.readUnits * PRICES.dynamoRead.usd) +
      above(25, storageGb / 10) * PRICES.dynamoStorage.usd,
    Lambda:
      above(1e6, requests) * PRICES.lambdaRequest.usd +
      above(400_000, requests * each.gbSecondsPerLambdaRequest) * PRICES.lambdaCompute.usd,
    'Pictures: S3 and CloudFront':
      (people / 1e6) * 1000 * PRICES.s3Storage.usd +
      above(1000, (people * each.pictureMb) / 1000) * PRICES.cloudFront.usd,
    'Hosting: builds and files':
      builds * BUILD_MINUTES * PRICES.hostingBuild.usd +
      ((people * each.hostingMb) / 1000) * PRICES.hostingServed.usd,
    'Logs, traces, secret, mail':
      PRICES.secret.usd +
      above(5, (people * each.logKb) / 1e6) * PRICES.logs.usd +
      above(100_000, operations * each.tracedShare) * PRICES.traces.usd +
      people * each.mails * PRICES.mail.usd,
  };
}

/** What a million reports of errors by browsers cost (functions/report-client), by how much each of them writes to the log. */
export function billOfReports(logKb: number): Bill {
  const million = 1e6;
  return {
    AppSync: million * PRICES.appSyncOperation.usd,
    Lambda: million * (PRICES.lambdaRequest.usd + REPORT.gbSeconds * PRICES.lambdaCompute.usd),
    Logs: ((million * logKb) / 1e6) * PRICES.logs.usd,
  };
}

export const total = (bill: Bill): number => Object.values(bill).reduce((sum, one) => sum + one, 0);

/**
 * What the original costs while nobody uses it: a load balancer, two containers of a quarter vCPU and half a GB, a
 * db.t3.micro and a NAT gateway. It does not get less.
 */
export function originalIdle(): Bill {
  const containers = 2 * HOURS * (0.25 * PRICES.fargateCpu.usd + 0.5 * PRICES.fargateMemory.usd);
  return {
    'Load balancer': PRICES.loadBalancer.usd,
    'Two containers on Fargate': containers,
    'RDS db.t3.micro': PRICES.rdsMicro.usd,
    'NAT gateway': HOURS * PRICES.natGateway.usd,
  };
}
