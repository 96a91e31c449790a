import type { Activity } from '../../../lib/data/types.ts';
import { showToast } from '../../../ui/toast-store.ts';

/** Hands a crud's address to the system's share sheet on a phone; copies it elsewhere. */
export async function share({ id, author }: Activity): Promise<void> {
  const url = new URL(`/cruds/${id}`, location.href).href;
  if (matchMedia('(pointer: coarse)').matches && 'share' in navigator) {
    try {
      return await navigator.share({ title: `${author.displayName} on Cruddur`, url });
    } catch (error) {
      // Whoever closes the sheet changed their mind.
      if ((error as Error).name === 'AbortError') return;
    }
  }
  try {
    await navigator.clipboard.writeText(url);
    showToast('Link copied.');
  } catch {
    showToast(`Your browser does not let us copy. The link is ${url}`, 'error');
  }
}
