import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createContacts } from '../people/contacts-store.ts';
import type { Contact } from '../model/types.ts';
import { createReceipts } from './receipts.ts';
import { createTyping } from './typing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('receipts', () => {
  it('that follow each other are one, and what was read is not said to be delivered too', async () => {
    const sent: [string, unknown][] = [];
    const receipts = createReceipts(async (document, variables) => {
      sent.push([/markRead|markDelivered/.exec(document)![0], variables]);
      return null as never;
    });
    for (const upTo of [1, 2, 3]) receipts.mark('delivered', 'c', upTo);
    for (const upTo of [1, 2, 3]) receipts.mark('read', 'c', upTo);
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent).toEqual([['markRead', { conversationId: 'c', upTo: 3 }]]);
    receipts.mark('read', 'c', 3);
    receipts.mark('delivered', 'c', 4);
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent.slice(1)).toEqual([['markDelivered', { conversationId: 'c', upTo: 4 }]]);
  });

  it('are sent again when they did not get through', async () => {
    let failures = 1;
    let sent = 0;
    const receipts = createReceipts(async () => {
      if (failures-- > 0) throw new Error('offline');
      sent += 1;
      return null as never;
    });
    receipts.mark('read', 'c', 2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toBe(0);
    receipts.retry();
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toBe(1);
  });
});

describe('typing', () => {
  it('is shown while its signs come, and no longer than a few seconds after the last', () => {
    const typing = createTyping();
    const who = () => typing.typists.get()['c'] ?? [];
    typing.saw('c', 'ada');
    vi.advanceTimersByTime(4000);
    typing.saw('c', 'ada');
    typing.saw('c', 'grace');
    vi.advanceTimersByTime(4000);
    expect(who()).toEqual(['ada', 'grace']);
    typing.finished('c', 'grace');
    expect(who()).toEqual(['ada']);
    vi.advanceTimersByTime(2001);
    expect(who()).toEqual([]);
  });
});

describe('contacts', () => {
  const contact = (id: string): Contact => ({
    id,
    handle: id,
    displayName: id,
    avatar: null,
    blockedByMe: false,
  });

  it('are asked for together, once, and again when the rules change', async () => {
    const asked: string[][] = [];
    const contacts = createContacts({
      async fetch(ids) {
        asked.push([...ids]);
        return ids.filter((id) => id !== 'gone').map(contact);
      },
    });
    contacts.want(['ada', 'gone']);
    contacts.want(['ada', 'grace']);
    await vi.advanceTimersByTimeAsync(50);
    contacts.want(['grace']);
    await vi.advanceTimersByTimeAsync(50);
    expect(asked).toEqual([['ada', 'gone', 'grace']]);
    expect(contacts.store.get().get('gone')).toBeNull();
    expect(contacts.store.get().get('ada')).toEqual(contact('ada'));
    contacts.refresh();
    await vi.advanceTimersByTimeAsync(50);
    expect(asked).toHaveLength(2);
  });

  it('are asked for again after a failure, fifty at a time', async () => {
    const sizes: number[] = [];
    let fails = true;
    const contacts = createContacts({
      async fetch(ids) {
        sizes.push(ids.length);
        if (fails) throw new Error('offline');
        return ids.map(contact);
      },
    });
    const crowd = Array.from({ length: 60 }, (_, n) => `p${n}`);
    contacts.want(crowd);
    await vi.advanceTimersByTimeAsync(50);
    fails = false;
    contacts.want(crowd);
    await vi.advanceTimersByTimeAsync(50);
    expect(sizes).toEqual([50, 10, 50, 10]);
    expect(contacts.store.get().size).toBe(60);
  });
});
