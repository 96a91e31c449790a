/** Where a member stands: `readSeq`, and their own messages after it, which are not unread. */
export interface Position {
  readSeq: number;
  sentUnread: number[];
}

/** So many of their own messages may stand behind unread ones; sending more counts as having read up to there. */
const SENT_UNREAD_MAX = 100;

/** How many of other people's messages a member has not read. Exact at every moment: it is computed, not counted. */
export function unreadOf(lastSeq: number, position: Position): number {
  return lastSeq - position.readSeq - position.sentUnread.length;
}

/** The position after sending `seq`: sending is no proof of having read what came before. */
export function afterSending(position: Position, seq: number): Position {
  const sent = position.sentUnread.concat([seq]);
  const first = sent[0] as number;
  if (sent.length > SENT_UNREAD_MAX) return settled(first, sent);
  return settled(position.readSeq, sent);
}

/** The position after reading up to `upTo`, which may be behind where it is: then nothing changes. */
export function afterReading(position: Position, upTo: number): Position {
  return settled(upTo > position.readSeq ? upTo : position.readSeq, position.sentUnread);
}

/** Own messages that follow what was read without a gap count as read. */
function settled(readSeq: number, sent: number[]): Position {
  let read = readSeq;
  const left: number[] = [];
  for (const seq of sent) {
    if (seq === read + 1) read = seq;
    else if (seq > read) left.push(seq);
  }
  return { readSeq: read, sentUnread: left };
}
