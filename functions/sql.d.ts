/** SQL files are imported as text (esbuild's text loader; a plugin of vitest's in tests). */
declare module '*.sql' {
  const text: string;
  export default text;
}
