/** The package has no types; only its parser is used. */
declare module 'amplify-velocity-template' {
  const velocity: { parse(template: string): unknown };
  export default velocity;
}
