import { useEffect, useState } from 'react';
import { announce } from '../../../ui/toast-store.ts';
import { useConversation, useMessaging } from '../live/context.ts';
import type { MessageLog } from '../sync/index.ts';
import { useAttention } from './use-attention.ts';

/**
 * Marks as read what is before the reader's eyes. Answers how many messages of others came since they scrolled up.
 * @param atEnd whether the newest message is in view
 */
export function useReading(id: string, log: MessageLog, atEnd: boolean): number {
  const messaging = useMessaging();
  const { me } = messaging;
  const attention = useAttention();
  const readUpTo = useConversation(id)?.readUpTo ?? 0;
  const [seen, setSeen] = useState(log.to);
  const isReading = attention && atEnd;
  const { to } = log;

  useEffect(() => {
    if (atEnd) setSeen(to);
  }, [atEnd, to]);

  useEffect(() => {
    if (!isReading) return undefined;
    messaging.setReading(id);
    return () => messaging.setReading(null);
  }, [messaging, id, isReading]);

  useEffect(() => {
    if (isReading && to > 0) messaging.markRead(id, to);
  }, [messaging, id, isReading, to, readUpTo]);

  const newest = log.messages.at(-1);
  const isNew = newest !== undefined && newest.seq > seen && newest.senderId !== me && newest.text;
  const text = isNew ? newest.text : null;
  useEffect(() => {
    if (text) announce(`New message: ${text}`);
  }, [text]);

  return atEnd ? 0 : log.messages.filter((one) => one.seq > seen && one.senderId !== me).length;
}
