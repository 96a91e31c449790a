import { AwsError } from '../../core/errors.ts';

export type Fields = Readonly<Record<string, string>>;

/** A required field. Throws ValidationError in CloudFormation's words. */
export function required(input: Fields, name: string): string {
  const value = input[name];
  if (value) return value;
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  throw new AwsError(
    'ValidationError',
    `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
  );
}

/** `Capabilities.member.1=…` as a list. */
export function listOf(input: Fields, name: string): string[] {
  const values: string[] = [];
  for (let index = 1; input[`${name}.member.${index}`] !== undefined; index += 1) {
    values.push(input[`${name}.member.${index}`] as string);
  }
  return values;
}

/** `Tags.member.1.Key=…&Tags.member.1.Value=…` as a list of records with these members. */
export function recordsOf<Member extends string>(
  input: Fields,
  name: string,
  members: readonly Member[],
): Record<Member, string | undefined>[] {
  const records: Record<Member, string | undefined>[] = [];
  for (let index = 1; ; index += 1) {
    const values = members.map((member) => [member, input[`${name}.member.${index}.${member}`]] as const);
    if (values.every(([, value]) => value === undefined)) return records;
    records.push(Object.fromEntries(values) as Record<Member, string | undefined>);
  }
}
