/** The values of a data attribute of what is within the window now, from the top, each once. */
export function valuesOnScreen(attribute: string): string[] {
  const found = new Set<string>();
  for (const element of document.querySelectorAll(`[${attribute}]`)) {
    const { top, bottom, width } = element.getBoundingClientRect();
    if (width > 0 && bottom > 0 && top < innerHeight) found.add(element.getAttribute(attribute)!);
  }
  return [...found];
}

/** Calls back when the page has changed or was scrolled and then rested for `restMs`, until the returned function is called. */
export function onScreenRest(restMs: number, rested: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(rested, restMs);
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
