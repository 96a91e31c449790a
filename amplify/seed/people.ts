/** The demo accounts: pioneers of computing. Their posts stand in `posts.ts`. */
export interface DemoPerson {
  handle: string;
  displayName: string;
  email: string;
  /** Looks after the others: sees reports, hides cruds, suspends people. */
  moderates?: boolean;
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { handle: 'ada', displayName: 'Ada Lovelace', email: 'ada@example.com' },
  { handle: 'grace', displayName: 'Grace Hopper', email: 'grace@example.com' },
  { handle: 'alan', displayName: 'Alan Turing', email: 'alan@example.com' },
  { handle: 'katherine', displayName: 'Katherine Johnson', email: 'katherine@example.com' },
  { handle: 'hedy', displayName: 'Hedy Lamarr', email: 'hedy@example.com' },
  { handle: 'annie', displayName: 'Annie Easley', email: 'annie@example.com', moderates: true },
];
