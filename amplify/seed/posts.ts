/** A demo post: who, what, how many minutes ago, and for how many hours in all it lives. */
export interface DemoPost {
  handle: string;
  message: string;
  minutesAgo: number;
  livesHours: number;
  /** The beginning of the post that it answers or quotes, which stands before it. */
  replyTo?: string;
  quotes?: string;
}

/** Newest first; some are about to expire, one has expired already and must never be seen. */
export const DEMO_POSTS: readonly DemoPost[] = [
  {
    handle: 'ada',
    minutesAgo: 2,
    livesHours: 168,
    message:
      'The engine weaves algebraic patterns just as the loom weaves flowers and leaves. Still my favourite metaphor. 🌸',
  },
  {
    handle: 'grace',
    minutesAgo: 9,
    livesHours: 3,
    message:
      'Found a moth in relay 70 this morning. Taped it into the log. Best bug report I have ever filed. #debugging',
  },
  {
    handle: 'alan',
    minutesAgo: 16,
    livesHours: 24,
    message: 'Running far enough to stop thinking about whether machines think. Back by tea.',
  },
  {
    handle: 'katherine',
    minutesAgo: 31,
    livesHours: 12,
    message: 'Checked the numbers by hand. Checked them again. They are good numbers. #orbits',
  },
  {
    handle: 'hedy',
    minutesAgo: 44,
    livesHours: 1,
    message: 'Frequency hopping, explained with a player piano. Diagram tonight, before this one fades. 🎹',
  },
  {
    handle: 'ada',
    minutesAgo: 58,
    livesHours: 72,
    message: 'Note G is longer than the paper it annotates. No regrets. #poeticalscience',
  },
  {
    handle: 'grace',
    minutesAgo: 75,
    livesHours: 168,
    message:
      'This piece of wire is a nanosecond. Carry one. Look at it whenever someone says “it is only a millisecond”.',
  },
  {
    handle: 'alan',
    minutesAgo: 118,
    livesHours: 720,
    message: 'We can only see a short distance ahead,\nbut we can see plenty there\nthat needs to be done.',
  },
  {
    handle: 'hedy',
    minutesAgo: 171,
    livesHours: 3,
    message: 'Almost gone, like every good secret. This one fades within minutes.',
  },
  {
    handle: 'katherine',
    minutesAgo: 240,
    livesHours: 24,
    message: 'Somebody asked how I know which way the capsule comes down. You ask the geometry, politely. 🛰️',
  },
  {
    handle: 'grace',
    minutesAgo: 380,
    livesHours: 24,
    message:
      'It is easier to ask forgiveness than it is to get permission. Please do not tell operations that I said so.',
  },
  {
    handle: 'ada',
    minutesAgo: 600,
    livesHours: 168,
    message: 'Does anybody else dream in Bernoulli numbers? #poeticalscience',
  },
  {
    handle: 'alan',
    minutesAgo: 845,
    livesHours: 72,
    message: 'Chained my mug to the radiator. It is not about the mug.',
  },
  {
    handle: 'katherine',
    minutesAgo: 1100,
    livesHours: 168,
    message: 'Like what you do, and then you will do your best.',
  },
  {
    handle: 'hedy',
    minutesAgo: 1300,
    livesHours: 72,
    message:
      'Improved the traffic light in my head on the way to the studio. Nobody on set wanted to hear about it.',
  },
  {
    handle: 'grace',
    minutesAgo: 1500,
    livesHours: 12,
    message: 'This one expired before you came. If you can read it, something is wrong.',
  },
  {
    handle: 'alan',
    minutesAgo: 1640,
    livesHours: 168,
    message: 'A very long number, a very short proof, a very good evening. #mathematics',
  },
  {
    handle: 'ada',
    minutesAgo: 2100,
    livesHours: 720,
    message:
      'Imagination is the discovering faculty. It penetrates into the unseen worlds around us: https://en.wikipedia.org/wiki/Ada_Lovelace',
  },
  {
    handle: 'katherine',
    minutesAgo: 2600,
    livesHours: 168,
    message:
      'Girls are capable of doing everything. Sometimes they have more imagination. Count on it — I did. ✨',
  },
  {
    handle: 'grace',
    minutesAgo: 3100,
    livesHours: 168,
    message:
      'The most dangerous phrase in the language is “we have always done it this way”. My clock runs counter-clockwise to remind me.',
  },
  {
    handle: 'hedy',
    minutesAgo: 3600,
    livesHours: 720,
    message: 'All creative people want to do the unexpected.',
  },
  {
    handle: 'alan',
    minutesAgo: 4000,
    livesHours: 168,
    message: 'Finished the first page of the imitation game. My money is on the interrogator. For now. 🤖',
  },
  {
    handle: 'ada',
    minutesAgo: 5200,
    livesHours: 720,
    message:
      'مرحبا بالعالم — שלום עולם — नमस्ते दुनिया — 你好，世界. The engine does not mind which way you write.',
  },
  {
    handle: 'katherine',
    minutesAgo: 6300,
    livesHours: 720,
    message: 'Everything is physics and math. #mathematics',
  },
  {
    handle: 'grace',
    minutesAgo: 7400,
    livesHours: 168,
    message: 'One accurate measurement is worth more than a thousand expert opinions.',
  },
];

/** What answers and quotes them, each after what it is about; a reply lives no longer than that. */
export const DEMO_REPLIES: readonly DemoPost[] = [
  {
    handle: 'alan',
    minutesAgo: 8,
    livesHours: 2,
    replyTo: 'Found a moth in relay 70',
    message: '@grace Was it thinking, though? #debugging',
  },
  {
    handle: 'grace',
    minutesAgo: 7,
    livesHours: 2,
    replyTo: '@grace Was it thinking',
    message: 'Not any more. It is in the log now, which is more than most of us can hope for.',
  },
  {
    handle: 'ada',
    minutesAgo: 6,
    livesHours: 2,
    replyTo: 'Found a moth in relay 70',
    message: 'The engine never had moths. It never had an engine room, either. #debugging',
  },
  {
    handle: 'hedy',
    minutesAgo: 14,
    livesHours: 20,
    replyTo: 'Running far enough to stop',
    message: 'They hop, @alan. From one thought to the next.',
  },
  {
    handle: 'katherine',
    minutesAgo: 50,
    livesHours: 60,
    replyTo: 'Note G is longer than',
    message: 'The footnotes are where the numbers live. @ada #poeticalscience #mathematics',
  },
  {
    handle: 'hedy',
    minutesAgo: 70,
    livesHours: 18,
    quotes: 'Somebody asked how I know',
    message: 'I ask radio waves the same way. #orbits',
  },
  {
    handle: 'ada',
    minutesAgo: 110,
    livesHours: 168,
    quotes: 'We can only see a short distance ahead',
    message: 'Plenty, indeed. I left a list. #poeticalscience',
  },
];
