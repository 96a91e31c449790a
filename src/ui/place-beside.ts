const GAP = 6;
const MARGIN = 8;

/** Puts a popover under its button, or above where there is more room, and always inside the window. */
export function placeBeside(button: HTMLElement, popover: HTMLElement): void {
  const from = button.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = clientHeight - from.bottom - GAP - MARGIN;
  const above = from.top - GAP - MARGIN;
  const goesBelow = below >= Math.min(popover.scrollHeight + 2, above);
  popover.style.maxHeight = `${goesBelow ? below : above}px`;
  const left = Math.min(from.left, clientWidth - popover.offsetWidth - MARGIN);
  popover.style.left = `${Math.max(MARGIN, left)}px`;
  popover.style.top = goesBelow ? `${from.bottom + GAP}px` : 'auto';
  popover.style.bottom = goesBelow ? 'auto' : `${clientHeight - from.top + GAP}px`;
}
