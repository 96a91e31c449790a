/** The auth screens and what they need of Amplify: not in a visitor's first page. */
export function auth() {
  return import('../features/auth/index.ts');
}

/** For links to them: loads while the pointer or the focus is on its way. */
export const prefetchAuth = {
  onPointerEnter: () => void auth(),
  onFocus: () => void auth(),
  onTouchStart: () => void auth(),
};
