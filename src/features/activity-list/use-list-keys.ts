import type { RefObject } from 'react';
import { useListedKey, useShortcut } from '../../lib/shortcuts/shortcuts.ts';
import { useCrudKeys } from '../crud/index.ts';

/** j and k move from crud to crud. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  function move(step: 1 | -1): void {
    const cards = [...list.current!.querySelectorAll<HTMLElement>('article')];
    const at = cards.findIndex((card) => card.contains(document.activeElement));
    const firstInView = cards.findIndex((card) => card.getBoundingClientRect().top >= 0);
    const to = at >= 0 ? at + step : Math.max(0, firstInView);
    const card = cards[Math.min(cards.length - 1, Math.max(0, to))];
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  }
  useShortcut('j', 'Next crud', () => move(1));
  useShortcut('k', 'Previous crud', () => move(-1));
  useCrudKeys();
  useListedKey('Enter', 'Open the crud in focus');
}
