import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** What tells which part of a conversation changed. */
interface Marks {
  /** The number of the oldest message that is loaded; 0 without any. */
  oldest: number;
  newest: number;
  /** How many own messages are on their way. */
  unsent: number;
}

interface ThreadScroll {
  /** Whether the newest message is in view. */
  atEnd: boolean;
  scrollToEnd: () => void;
  onScroll: () => void;
}

/** So near to the end counts as there. */
const NEAR_PX = 48;

/**
 * Keeps the reader's place: at the end what is new comes into view, and elsewhere nothing moves, whatever is added
 * above or below. A conversation opens at the mark of what is unread, or at its end.
 */
export function useThreadScroll(box: RefObject<HTMLElement | null>, marks: Marks): ThreadScroll {
  const { oldest, newest, unsent } = marks;
  const [atEnd, setAtEnd] = useState(true);
  const isAtEnd = useRef(true);
  const before = useRef<{ height: number; oldest: number; unsent: number } | null>(null);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || newest + unsent === 0) return;
    const last = before.current;
    if (!last) {
      const mark = element.querySelector('[data-unread-mark]');
      if (mark) mark.scrollIntoView({ block: 'center' });
      else element.scrollTop = element.scrollHeight;
    } else if (oldest < last.oldest) {
      element.scrollTop += element.scrollHeight - last.height;
    } else if (isAtEnd.current || unsent > last.unsent) {
      element.scrollTop = element.scrollHeight;
    }
    before.current = { height: element.scrollHeight, oldest, unsent };
    isAtEnd.current = isNearEnd(element);
    setAtEnd(isAtEnd.current);
  }, [box, oldest, newest, unsent]);

  // What changes height without being a new message: a window, a keyboard, an edit, somebody who types.
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
      if (before.current) before.current.height = element.scrollHeight;
    });
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, [box]);

  return {
    atEnd,
    scrollToEnd() {
      const element = box.current;
      if (element) element.scrollTop = element.scrollHeight;
    },
    onScroll() {
      const element = box.current;
      if (!element) return;
      isAtEnd.current = isNearEnd(element);
      setAtEnd(isAtEnd.current);
    },
  };
}

function isNearEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < NEAR_PX;
}
