import { useEffect, type RefObject } from 'react';
import { placesOf, wordsOf } from '../model/words.ts';

const NAME = 'found';

/**
 * Marks what was searched for in the texts of a list. Ranges over the text that is there, so that nothing of a text ever
 * becomes markup; browsers without highlights show the results unmarked.
 */
export function useHighlights(list: RefObject<HTMLElement | null>, query: string): void {
  useEffect(() => {
    const root = list.current;
    const words = wordsOf(query);
    if (!root || words.length === 0 || !('highlights' in CSS)) return undefined;
    const mark = (): void => {
      const ranges = [...root.querySelectorAll('article [dir="auto"]')].flatMap((text) =>
        rangesIn(text, words),
      );
      CSS.highlights.set(NAME, new Highlight(...ranges));
    };
    const observer = new MutationObserver(mark);
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    mark();
    return () => {
      observer.disconnect();
      CSS.highlights.delete(NAME);
    };
  }, [list, query]);
}

function rangesIn(element: Element, words: readonly string[]): Range[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const [start, end] of placesOf(node.textContent ?? '', words)) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  return ranges;
}
