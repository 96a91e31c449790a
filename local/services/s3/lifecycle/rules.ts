/** One rule of a bucket's lifecycle, with what is left out undefined. */
export interface LifecycleRule {
  readonly id: string;
  readonly prefix: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly sizeGreaterThan?: number;
  readonly sizeLessThan?: number;
  readonly expirationDays?: number;
  /** Milliseconds since the epoch. */
  readonly expirationDate?: number;
  readonly expireDeleteMarkers: boolean;
  readonly noncurrentDays?: number;
  readonly newerNoncurrentVersions: number;
  readonly abortUploadDays?: number;
}
