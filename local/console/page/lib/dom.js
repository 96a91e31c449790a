/**
 * Makes an element. Texts among the children become text nodes, never markup, so that nothing that the local cloud
 * shows can act in this page. `on` takes listeners; other properties are attributes (true sets, false and null leave out).
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name === 'on')
      for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value));
  }
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/**
 * Puts new children in the place of the old ones. The focus stays on the element with the same `data-key`, or goes to the
 * one that `data-next` names when it is gone; what was scrolled under a `data-key` stays where it was.
 */
export function replace(container, ...children) {
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  const focused = container.contains(active) ? active?.dataset : undefined;
  const keyed = () => /** @type {NodeListOf<HTMLElement>} */ (container.querySelectorAll('[data-key]'));
  const scrolled = new Map();
  for (const element of keyed()) {
    if (element.scrollLeft || element.scrollTop) {
      scrolled.set(element.dataset.key, [element.scrollLeft, element.scrollTop]);
    }
  }
  container.replaceChildren(...children.flat().filter(Boolean));
  const drawn = new Map([...keyed()].map((element) => [element.dataset.key, element]));
  const next = focused && (drawn.get(focused.key) ?? drawn.get(focused.next));
  next?.focus({ preventScroll: true });
  for (const [key, element] of drawn) {
    const place = scrolled.get(key);
    if (place) [element.scrollLeft, element.scrollTop] = place;
  }
}
