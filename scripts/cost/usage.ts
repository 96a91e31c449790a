/** What one person who uses the app in a month causes, and what the database needs for all of them. Change it and run `npm run cost`. */
export interface Usage {
  people: number;
  /** Capacity of the database while it is awake, in ACU, and for how many hours of a day. */
  acu: number;
  awakeHours: number;
  storageGb: number;
  builds: number;
}

/** For each person and month. Estimates: no app of this kind has published its own. */
export const PER_PERSON = {
  operations: 400,
  /** Of the operations, those that read or write Postgres. */
  statements: 330,
  iosPerStatement: 2,
  realTimeMessages: 100,
  connectionMinutes: 300,
  /** Direct messages sent; most conversations have two members (docs/adr/0010: 18 write units). */
  directMessages: 20,
  writeUnitsPerMessage: 18,
  readUnits: 300,
  lambdaRequests: 15,
  gbSecondsPerLambdaRequest: 0.05,
  /** The app itself, once, and cached after that. */
  hostingMb: 0.6,
  /** Avatars and covers. */
  pictureMb: 6,
  logKb: 40,
  /** X-Ray takes one request each second and 5 % of the others. */
  tracedShare: 0.05,
  mails: 0.2,
} as const;

/** A browser's report of an error: 10 ms of a quarter of a GB, and what it leaves in the log. */
export const REPORT = {
  gbSeconds: 0.0025,
  /** Lambda's own lines and the metric. */
  baseKb: 0.8,
  /** An error with its stack, as it usually is. */
  lineKb: 1.5,
  /** Twenty errors with texts as long as they may be: what a report could write if lines had no budget. */
  worstKb: 70,
} as const;

const BUILD_MINUTES = 12;

export const SCENARIOS: Readonly<Record<string, Usage>> = {
  idle: { people: 0, acu: 0, awakeHours: 0, storageGb: 1, builds: 10 },
  '1,000': { people: 1000, acu: 0.5, awakeHours: 8, storageGb: 2, builds: 30 },
  '100,000': { people: 100_000, acu: 2, awakeHours: 24, storageGb: 60, builds: 60 },
  '1,000,000': { people: 1_000_000, acu: 10, awakeHours: 24, storageGb: 500, builds: 60 },
};

export { BUILD_MINUTES };
