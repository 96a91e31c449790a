/** A demo conversation: oldest message first, each with how many minutes ago it was sent. */
export interface DemoConversation {
  /** For groups alone. Its first member owns it. */
  title?: string;
  /** Handles; one alone takes notes. */
  members: readonly string[];
  messages: readonly { by: string; minutesAgo: number; text: string }[];
  /** How many of the last messages somebody has not read; whoever isn't named has read all. */
  unread: Readonly<Record<string, number>>;
}

/** Whoever of the demo people signs in finds something said, and something unread. */
export const DEMO_CONVERSATIONS: readonly DemoConversation[] = [
  {
    members: ['ada', 'grace'],
    unread: { ada: 2 },
    messages: [
      { by: 'grace', minutesAgo: 2940, text: 'I read your Notes again last night. All of them. Even G.' },
      { by: 'ada', minutesAgo: 2910, text: 'Note G is the one with the loop. I am rather proud of it.' },
      {
        by: 'grace',
        minutesAgo: 2905,
        text: 'As you should be. A hundred years before anybody could run it!',
      },
      { by: 'ada', minutesAgo: 2900, text: 'It was never tested, of course.' },
      {
        by: 'grace',
        minutesAgo: 2896,
        text: 'So you shipped straight to production. I like you already. 😄',
      },
      { by: 'ada', minutesAgo: 1500, text: 'May I ask about the moth?' },
      { by: 'grace', minutesAgo: 1490, text: 'Relay 70, panel F. We taped it into the log book.' },
      {
        by: 'grace',
        minutesAgo: 1488,
        text: 'There is a picture: https://en.wikipedia.org/wiki/Bug_(engineering)',
      },
      { by: 'ada', minutesAgo: 1470, text: 'First actual case of bug being found. Wonderful.' },
      {
        by: 'grace',
        minutesAgo: 14,
        text: 'Are you free on Thursday? I am bringing nanoseconds for everybody.',
      },
      { by: 'grace', minutesAgo: 13, text: 'Eleven point eight inches each. They fit into a purse.' },
    ],
  },
  {
    title: 'Tea and theorems',
    members: ['alan', 'ada', 'katherine', 'hedy'],
    unread: { ada: 3, katherine: 1 },
    messages: [
      { by: 'alan', minutesAgo: 760, text: 'Tea at four. Bring a problem that you cannot solve.' },
      { by: 'katherine', minutesAgo: 752, text: 'I solved mine on the way here. Shall I bring another?' },
      { by: 'hedy', minutesAgo: 748, text: 'I bring eighty-eight frequencies and no piano.' },
      { by: 'ada', minutesAgo: 745, text: 'And I bring the cake. Its layers are Bernoulli numbers.' },
      { by: 'alan', minutesAgo: 743, text: 'Then there will be very little cake at the odd ones.' },
      { by: 'katherine', minutesAgo: 52, text: 'I checked the cake. The numbers are good.' },
      { by: 'alan', minutesAgo: 41, text: 'Somebody took my mug. It was chained to the radiator.' },
      { by: 'hedy', minutesAgo: 37, text: 'It hopped to another channel. ☕' },
    ],
  },
  {
    members: ['hedy', 'ada'],
    unread: {},
    messages: [
      { by: 'hedy', minutesAgo: 4330, text: 'Do you think a machine could compose music?' },
      {
        by: 'ada',
        minutesAgo: 4300,
        text: 'Elaborate and scientific pieces, of any complexity or extent. I said so in 1843.',
      },
      { by: 'hedy', minutesAgo: 4290, text: 'I will bring a player piano, then.' },
      { by: 'ada', minutesAgo: 4280, text: '🎹👏' },
    ],
  },
  {
    members: ['ada'],
    unread: {},
    messages: [
      { by: 'ada', minutesAgo: 5900, text: 'B₈ = −1/30. Check the sign once more.' },
      { by: 'ada', minutesAgo: 1300, text: 'Ask Charles about the punched cards. Again.' },
    ],
  },
  {
    members: ['alan', 'grace'],
    unread: { grace: 1 },
    messages: [
      { by: 'grace', minutesAgo: 320, text: 'Does it halt?' },
      { by: 'alan', minutesAgo: 300, text: 'I would rather not say in general.' },
    ],
  },
  {
    members: ['katherine', 'annie'],
    unread: { annie: 1, katherine: 0 },
    messages: [
      { by: 'annie', minutesAgo: 610, text: 'Did the new machine agree with you?' },
      { by: 'katherine', minutesAgo: 604, text: 'To the last digit. I told them it could go. 🚀' },
    ],
  },
];
