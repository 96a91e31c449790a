import type { RequestContext } from './request-context.ts';
import { escapePattern } from './wildcard.ts';

const VARIABLE = /\$\{([^{}]*)\}/g;

export function hasVariables(text: string): boolean {
  return text.includes('${');
}

/**
 * Replaces policy variables: `${aws:PrincipalTag/team, 'none'}`, `${*}`, `${?}`, `${$}`.
 * Answers undefined when a variable has no value and no default: the statement then doesn't match
 * (IAM user guide, «Policy elements: Variables and tags»). Values are escaped for `compilePattern`.
 */
export function substituteVariables(text: string, context: RequestContext): string | undefined {
  let missing = false;
  const result = text.replace(VARIABLE, (_whole, inside: string) => {
    if (inside === '*' || inside === '?') return escapePattern(inside);
    if (inside === '$') return '$';
    const [, key = '', fallback] = /^\s*([^,\s]+)\s*(?:,\s*'(.*)')?\s*$/.exec(inside) ?? [];
    const value = context.get(key)?.[0] ?? fallback;
    if (value === undefined) missing = true;
    return escapePattern(value ?? '');
  });
  return missing ? undefined : result;
}
