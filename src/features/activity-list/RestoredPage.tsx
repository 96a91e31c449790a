import { useRef, type HTMLAttributes } from 'react';
import { useRestoredPlace } from './use-restored-place.ts';

/** All of a page with a list: going back to it finds the same crud at the same height. */
export function RestoredPage(props: HTMLAttributes<HTMLDivElement>) {
  const page = useRef<HTMLDivElement>(null);
  useRestoredPlace(page);
  return <div ref={page} {...props} />;
}
