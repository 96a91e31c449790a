import { subscribe } from '../../../lib/data/subscribe.ts';
import { CHANGE_FIELDS, type ImageChange } from './documents.ts';

interface Handlers {
  next: (change: ImageChange) => void;
  /** The subscription is over and will not come back by itself. */
  error: (error: unknown) => void;
}

function listen(
  field: string,
  document: string,
  variables: Record<string, unknown>,
  { next, error }: Handlers,
): Promise<() => void> {
  return subscribe<Record<string, ImageChange | null>>(document, variables, {
    next(data) {
      const change = data[field];
      if (change) next(change);
    },
    error,
  });
}

/** What becomes of one's own uploads and removals. */
export function listenToOwn(handlers: Handlers): Promise<() => void> {
  const field = 'onImageProcessed';
  return listen(field, `subscription OnImageProcessed { ${field} { ${CHANGE_FIELDS} } }`, {}, handlers);
}

/** New pictures of at most twenty people. */
export function listenToPeople(profileIds: readonly string[], handlers: Handlers): Promise<() => void> {
  const field = 'onProfileImageChanged';
  const document = `subscription OnProfileImageChanged($profileIds: [ID!]!) {
    ${field}(profileIds: $profileIds) { ${CHANGE_FIELDS} }
  }`;
  return listen(field, document, { profileIds }, handlers);
}
