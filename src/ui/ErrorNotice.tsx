import { explain } from '../lib/errors/explain.ts';
import { Notice } from './Notice.tsx';

/** What went wrong, and what to do about it, inside a page or a form. */
export function ErrorNotice({ error }: { error: unknown }) {
  const { title, advice } = explain(error);
  return (
    <Notice kind="error">
      {title}. {advice}
    </Notice>
  );
}
