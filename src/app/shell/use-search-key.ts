import { useNavigate } from 'react-router';
import { useShortcut } from '../../lib/shortcuts/shortcuts.ts';

/** «/» goes to the search field that is on the page, else to the search page. */
export function useSearchKey(): void {
  const navigate = useNavigate();
  useShortcut('/', 'Search', () => {
    const field = document.querySelector<HTMLInputElement>('[data-search]');
    if (field?.checkVisibility()) field.focus();
    else void navigate('/search');
  });
}
