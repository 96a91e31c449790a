import { useLayoutEffect, type RefObject } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { stays } from '../../ui/stay.ts';

interface Place {
  key: string;
  offset: number;
}

/** Where the reader was, by history entry: the crud at the top of the window, and how far from it. */
const places = new Map<string, Place>();

/** Whether somebody read down a page and left it, so that going back to this history entry has a place to find. */
export function isPlaceKnown(entry: string): boolean {
  return places.has(entry);
}

function cardsOf(page: HTMLElement): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('[data-crud-key]')];
}

function remember(entry: string, page: HTMLElement): void {
  const card = cardsOf(page).find((candidate) => candidate.getBoundingClientRect().bottom > 0);
  if (!card || scrollY < 1) places.delete(entry);
  else places.set(entry, { key: card.dataset['crudKey']!, offset: card.getBoundingClientRect().top });
}

function restore(place: Place, page: HTMLElement): void {
  const card = cardsOf(page).find((candidate) => candidate.dataset['crudKey'] === place.key);
  if (card) scrollBy(0, card.getBoundingClientRect().top - place.offset);
}

/**
 * Going back to a page with a list finds the same crud at the same height; coming to it anew starts at the top.
 * @param page around all of the page, so that nothing of it is gone yet when the place is read.
 */
export function useRestoredPlace(page: RefObject<HTMLElement | null>): void {
  const { key: entry, state } = useLocation();
  const stay = stays(state);
  const arrivedBy = useNavigationType();
  useLayoutEffect(() => {
    const element = page.current!;
    const place = arrivedBy === 'POP' ? places.get(entry) : undefined;
    if (place) {
      restore(place, element);
      // The heights of cards that were off screen are estimates until they are drawn.
      requestAnimationFrame(() => requestAnimationFrame(() => restore(place, element)));
    } else if (!stay) {
      scrollTo(0, 0);
    }
    return () => remember(entry, element);
  }, [entry, arrivedBy, stay, page]);
}
