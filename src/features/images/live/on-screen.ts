/** Whoever has an avatar within the window right now, without doubles, from the top. */
export function peopleOnScreen(): string[] {
  const found = new Set<string>();
  for (const element of document.querySelectorAll<HTMLElement>('[data-person]')) {
    const { top, bottom, width } = element.getBoundingClientRect();
    if (width > 0 && bottom > 0 && top < innerHeight) found.add(element.dataset['person']!);
  }
  return [...found];
}

const REST_MS = 800;

/** Calls back when the page has changed or was scrolled and then rested, until the returned function is called. */
export function onScreenChange(changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, REST_MS);
  };
  const observer = new MutationObserver(later);
  observer.observe(document.body, { childList: true, subtree: true });
  addEventListener('scroll', later, { passive: true, capture: true });
  addEventListener('resize', later);
  later();
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    removeEventListener('scroll', later, { capture: true });
    removeEventListener('resize', later);
  };
}
