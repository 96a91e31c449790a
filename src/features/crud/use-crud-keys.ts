import { useShortcut } from '../../lib/shortcuts/shortcuts.ts';

/** Presses a button of the crud in focus, else of the one whose page this is: a key does what the button does. */
function press(action: string): void {
  const card =
    document.activeElement?.closest('[data-crud-id]') ?? document.querySelector('[data-focused-crud]');
  card?.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
}

/** l likes and r answers the crud in focus. */
export function useCrudKeys(): void {
  useShortcut('l', 'Like the crud in focus', () => press('like'));
  useShortcut('r', 'Reply to the crud in focus', () => press('reply'));
}
