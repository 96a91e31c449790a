/** CloudFormation takes booleans and numbers as text as well. */
export function readBoolean(value: unknown, otherwise: boolean): boolean {
  if (value === undefined || value === null) return otherwise;
  return value === true || value === 'true';
}

export function readNumber(value: unknown, otherwise: number): number {
  return value === undefined || value === null ? otherwise : Number(value);
}

export function readOptionalNumber(value: unknown): number | undefined {
  return value === undefined || value === null ? undefined : Number(value);
}
