import { describe, expect, it } from 'vitest';
import { conversationItems } from './conversation-items.ts';
import { DEMO_CONVERSATIONS } from './conversations.ts';
import { DEMO_PEOPLE } from './people.ts';

const idOf = (handle: string): string => `id-of-${handle}`;

describe.each(DEMO_CONVERSATIONS.map((demo) => [demo.title ?? demo.members.join(' and '), demo] as const))(
  'the demo conversation %s',
  (_name, demo) => {
    const { conversation, members, messages } = conversationItems(demo, idOf, Date.UTC(2026, 10, 26));

    it('is between demo people, who alone speak in it, one after the other', () => {
      const handles = DEMO_PEOPLE.map(({ handle }) => handle);
      for (const handle of demo.members) expect(handles).toContain(handle);
      for (const { by } of demo.messages) expect(demo.members).toContain(by);
      const ages = demo.messages.map(({ minutesAgo }) => minutesAgo);
      expect(ages).toEqual(ages.toSorted((one, other) => other - one));
    });

    it('leaves nobody’s own messages unread to them', () => {
      for (const [handle, count] of Object.entries(demo.unread)) {
        expect(demo.members).toContain(handle);
        for (const { by } of demo.messages.slice(demo.messages.length - count)) expect(by).not.toBe(handle);
      }
    });

    it('fits into one transaction, and is the same at every run', () => {
      expect(1 + members.length + messages.length).toBeLessThanOrEqual(100);
      expect(conversationItems(demo, idOf, Date.UTC(2026, 10, 26)).conversation).toEqual(conversation);
    });
  },
);
