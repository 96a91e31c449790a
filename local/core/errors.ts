/**
 * An error that AWS itself would answer. Its code and message equal AWS's, since clients depend on them.
 * The gateway turns it into the wire shape of the service's protocol.
 */
export class AwsError extends Error {
  override readonly name: string;
  readonly code: string;
  readonly statusCode: number;
  /** Further members of the error's wire shape, for example `CancellationReasons`. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    options: { statusCode?: number; extra?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = code;
    this.code = code;
    this.statusCode = options.statusCode ?? 400;
    this.extra = options.extra ?? {};
  }
}

/**
 * An error of the local cloud, not of AWS: something it does not cover, or a developer's mistake.
 * `resolution` says what to do about it.
 */
export class LocalCloudError extends Error {
  override readonly name = 'LocalCloudError';
  readonly code: string;
  readonly resolution: string;

  constructor(code: string, message: string, resolution: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.resolution = resolution;
  }
}

/** The named error for a resource type, an operation or an option that the local cloud does not cover. */
export function notCovered(what: string, resolution?: string): LocalCloudError {
  return new LocalCloudError(
    'NotCovered',
    `The local cloud does not cover ${what}.`,
    resolution ?? 'Run it against AWS with `npx ampx sandbox`, or add it under local/services/.',
  );
}
