/** An environment variable that the stack must have set. Throws when it did not, naming the variable. */
export function environment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is missing: amplify/backend.ts must set it.`);
  return value;
}
