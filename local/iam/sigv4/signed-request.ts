/** A request as it came over the wire; header names in lower case. */
export interface SignedRequest {
  readonly method: string;
  /** The path as sent, percent-encoded. */
  readonly rawPath: string;
  /** The query as sent, without `?`. */
  readonly rawQuery: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** A signature's parts, from the `Authorization` header or from the query of a presigned URL. */
export interface ParsedSignature {
  readonly presigned: boolean;
  readonly accessKeyId: string;
  /** `20260131`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `20260131T120000Z`. */
  readonly timestamp: string;
  readonly sessionToken: string | undefined;
  /** Seconds that a presigned URL is good for. */
  readonly expires: number | undefined;
}
