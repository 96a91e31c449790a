import type { StreamViewType } from '../tables/definition.ts';
import type { Item } from '../values/attribute-value.ts';
import { itemSize } from '../values/size.ts';

/** One change of an item, in the shape in which Lambda gets it. */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventVersion: '1.1';
  readonly eventSource: 'aws:dynamodb';
  readonly awsRegion: string;
  readonly dynamodb: {
    /** Seconds since the epoch. */
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Item;
    readonly NewImage?: Item;
    readonly OldImage?: Item;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: StreamViewType;
  };
  readonly eventSourceARN: string;
  /** Who deleted it, when that was DynamoDB itself. */
  readonly userIdentity?: { readonly type: 'Service'; readonly principalId: string };
}

/** A record before the log has given it its number. */
export type UnnumberedRecord = Omit<StreamRecord, 'dynamodb'> & {
  readonly dynamodb: Omit<StreamRecord['dynamodb'], 'SequenceNumber'>;
};

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html */
export const EXPIRY_IDENTITY = { type: 'Service', principalId: 'dynamodb.amazonaws.com' } as const;

/** The images that a view type shows, and the bytes that they and the keys take. */
export function imagesOf(
  viewType: StreamViewType,
  keys: Item,
  old: Item | undefined,
  next: Item | undefined,
): Pick<StreamRecord['dynamodb'], 'Keys' | 'NewImage' | 'OldImage' | 'SizeBytes'> {
  const showsNew = viewType === 'NEW_IMAGE' || viewType === 'NEW_AND_OLD_IMAGES';
  const showsOld = viewType === 'OLD_IMAGE' || viewType === 'NEW_AND_OLD_IMAGES';
  const newImage = showsNew ? next : undefined;
  const oldImage = showsOld ? old : undefined;
  const size = itemSize(keys) + itemSize(newImage ?? {}) + itemSize(oldImage ?? {});
  return {
    Keys: keys,
    ...(newImage && { NewImage: newImage }),
    ...(oldImage && { OldImage: oldImage }),
    SizeBytes: size,
  };
}
