import { createStore } from '../lib/store/create-store.ts';

export interface Toast {
  id: number;
  text: string;
  kind: 'done' | 'error';
}

const SHOWN_MS = 6000;
let lastId = 0;

export const toasts = createStore<readonly Toast[]>([]);

export function dismissToast(id: number): void {
  toasts.set((all) => all.filter((toast) => toast.id !== id));
}

/** Shows a message for six seconds and has it read out. */
export function showToast(text: string, kind: Toast['kind'] = 'done'): void {
  lastId += 1;
  const id = lastId;
  toasts.set((all) => [...all.slice(-2), { id, text, kind }]);
  setTimeout(() => dismissToast(id), SHOWN_MS);
}

/** What is only read out, never shown: arrivals, a new page. The number makes the same text twice two messages. */
export const announcement = createStore({ number: 0, text: '' });

export function announce(text: string): void {
  announcement.set(({ number }) => ({ number: number + 1, text }));
}
