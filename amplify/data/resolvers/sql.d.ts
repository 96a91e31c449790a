/** SQL files are imported as text by the bundler (amplify/data/resolver.ts). */
declare module '*.sql' {
  const text: string;
  export default text;
}
