/** How much there is in one tier of the benchmark's data. */
export interface Tier {
  readonly name: string;
  readonly cruds: number;
  readonly replies: number;
  /** All likes together, those of the most liked crud included. */
  readonly likes: number;
  /** Of one crud. More than there are people who write: the rest are profiles that do nothing but like it. */
  readonly likesOfOne: number;
}

/** People who write, answer, like and follow; as many in each tier. */
export const PEOPLE = 10_000;
/** Direct replies of one crud, in each tier. */
export const REPLIES_OF_ONE = 5_000;
/** Whom the reader follows, in each tier. */
export const FOLLOWED = 2_000;

export const TIERS: readonly Tier[] = [
  { name: '10k', cruds: 10_000, replies: 7_000, likes: 30_000, likesOfOne: 5_000 },
  { name: '100k', cruds: 100_000, replies: 30_000, likes: 300_000, likesOfOne: 50_000 },
  { name: '1M', cruds: 1_000_000, replies: 300_000, likes: 3_000_000, likesOfOne: 500_000 },
];
