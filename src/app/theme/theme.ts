import { createStore } from '../../lib/store/create-store.ts';

export type Theme = 'system' | 'light' | 'dark';

// public/theme.js reads the key before the first paint; both write the same colours.
const KEY = 'cruddur.theme';
const PAPER = { light: '#faf5ee', dark: '#1b1614' };

function stored(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

export const theme = createStore<Theme>(stored());

/** Applies a theme now and for later visits. */
export function chooseTheme(choice: Theme): void {
  const root = document.documentElement;
  if (choice === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = choice;
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    const own = meta.getAttribute('media')?.includes('dark') ? 'dark' : 'light';
    meta.setAttribute('content', PAPER[choice === 'system' ? own : choice]);
  }
  try {
    if (choice === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // Storage is blocked: the choice lasts as long as the page.
  }
  theme.set(choice);
}
