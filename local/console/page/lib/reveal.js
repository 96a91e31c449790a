/** Brings what was just opened into view where lists stand above it instead of beside it. */
export function revealOnPhones(element) {
  if (matchMedia('(max-width: 760px)').matches) element.scrollIntoView({ block: 'start' });
}
