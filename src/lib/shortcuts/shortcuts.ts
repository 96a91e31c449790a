import { useEffect, useEffectEvent } from 'react';
import { createStore } from '../store/create-store.ts';

export interface Shortcut {
  /** What `KeyboardEvent.key` says. */
  key: string;
  /** What it does, as the sheet says it. */
  label: string;
  /** Absent where the key belongs to what has the focus, and is only listed here. */
  run?: () => void;
}

/** The keys that work now; the sheet behind «?» shows them, so that it can't be wrong. */
export const shortcuts = createStore<readonly Shortcut[]>([]);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Runs the shortcut of a key press, unless somebody is typing, a dialog or menu is open, or a modifier is held. */
export function handleShortcut(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target) || document.querySelector('dialog[open], [role="menu"]')) return;
  const shortcut = shortcuts.get().findLast((candidate) => candidate.key === event.key);
  if (!shortcut?.run) return;
  event.preventDefault();
  shortcut.run();
}

/** Lists a key that what has the focus handles by itself. */
export function useListedKey(key: string, label: string): void {
  useEffect(() => register({ key, label }), [key, label]);
}

function register(shortcut: Shortcut): () => void {
  shortcuts.set((all) => [...all, shortcut]);
  return () => shortcuts.set((all) => all.filter((candidate) => candidate !== shortcut));
}

/** Makes a key work while the component is there and `enabled`. */
export function useShortcut(key: string, label: string, run: () => void, enabled = true): void {
  const onKey = useEffectEvent(run);
  useEffect(() => {
    if (!enabled) return undefined;
    return register({ key, label, run: () => onKey() });
  }, [key, label, enabled]);
}
