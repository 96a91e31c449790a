import { SUB_VARIABLE } from './strings.ts';

/**
 * The logical ids that a template's value refers to, by `Ref`, `Fn::GetAtt` and `Fn::Sub`, in both branches of an
 * `Fn::If`, as CloudFormation counts them. Parameters and pseudo-parameters are among them.
 */
export function referencesOf(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) {
    for (const one of value) referencesOf(one, found);
    return found;
  }
  if (value === null || typeof value !== 'object') return found;
  for (const [name, argument] of Object.entries(value)) {
    if (name === 'Ref' && typeof argument === 'string') found.add(argument);
    else if (name === 'Fn::GetAtt') addTarget(argument, found);
    else if (name === 'Fn::Sub') addSub(argument, found);
    else referencesOf(argument, found);
  }
  return found;
}

function addTarget(argument: unknown, found: Set<string>): void {
  const target: unknown = typeof argument === 'string' ? argument.split('.')[0] : (argument as unknown[])[0];
  if (typeof target === 'string') found.add(target);
}

function addSub(argument: unknown, found: Set<string>): void {
  const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
  const own = (variables ?? {}) as Record<string, unknown>;
  referencesOf(Object.values(own), found);
  for (const [, escaped, name = ''] of String(template).matchAll(SUB_VARIABLE)) {
    if (!escaped && !Object.hasOwn(own, name.trim())) found.add(name.trim().split('.')[0] ?? '');
  }
}
