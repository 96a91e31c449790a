import { validationError } from '../errors.ts';
import type { AttributeValue } from '../values/attribute-value.ts';
import { compareBase64, compareText } from '../values/compare.ts';
import { sortNumbers } from '../values/normalize.ts';

type SetType = 'SS' | 'NS' | 'BS';

/** The union of two sets of one type. Throws when the types differ. */
export function addToSet(old: AttributeValue, added: AttributeValue): AttributeValue {
  const [type, members, more] = sameSets(old, added);
  return setOf(type, [...new Set([...members, ...more])]);
}

/** What is left of a set; undefined when nothing is, since no set is empty. Throws when the types differ. */
export function removeFromSet(old: AttributeValue, removed: AttributeValue): AttributeValue | undefined {
  const [type, members, less] = sameSets(old, removed);
  const left = members.filter((member) => !less.includes(member));
  return left.length > 0 ? setOf(type, left) : undefined;
}

function sameSets(
  old: AttributeValue,
  other: AttributeValue,
): [SetType, readonly string[], readonly string[]] {
  if ('SS' in old && 'SS' in other) return ['SS', old.SS, other.SS];
  if ('NS' in old && 'NS' in other) return ['NS', old.NS, other.NS];
  if ('BS' in old && 'BS' in other) return ['BS', old.BS, other.BS];
  throw validationError('An operand in the update expression has an incorrect data type');
}

function setOf(type: SetType, members: string[]): AttributeValue {
  if (type === 'SS') return { SS: members.sort(compareText) };
  if (type === 'BS') return { BS: members.sort(compareBase64) };
  return { NS: sortNumbers(members) };
}
