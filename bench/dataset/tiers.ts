/** How much there is in one tier of the benchmark's data. */
export interface Tier {
  readonly name: string;
  /** Who write, answer, like and follow. */
  readonly people: number;
  /** Whom the reader follows. */
  readonly followed: number;
  readonly cruds: number;
  readonly replies: number;
  /** Direct ones of one crud. */
  readonly repliesOfOne: number;
  /** All likes together, those of the most liked crud included. */
  readonly likes: number;
  /** Of one crud. More than there are people who write: the rest are profiles that do nothing but like it. */
  readonly likesOfOne: number;
}

/** The same in each tier, so that only the amount differs. */
const EVERYWHERE = { people: 10_000, followed: 2_000, repliesOfOne: 5_000 };

export const TIERS: readonly Tier[] = [
  { ...EVERYWHERE, name: '10k', cruds: 10_000, replies: 7_000, likes: 30_000, likesOfOne: 5_000 },
  { ...EVERYWHERE, name: '100k', cruds: 100_000, replies: 30_000, likes: 300_000, likesOfOne: 50_000 },
  { ...EVERYWHERE, name: '1M', cruds: 1_000_000, replies: 300_000, likes: 3_000_000, likesOfOne: 500_000 },
];
