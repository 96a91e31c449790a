import { ResolverError } from '../evaluator.ts';

/** Java's POSIX classes, which JavaScript lacks. */
const POSIX: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  XDigit: '0-9a-fA-F',
  Space: '\\s',
};

const cache = new Map<string, RegExp>();

/**
 * Compiles a `java.util.regex` pattern. POSIX classes, leading flags such as `(?i)`, possessive quantifiers and the
 * anchors `\A \z \Z` are translated; what JavaScript can't say throws ResolverError with errorType MappingTemplate.
 */
export function javaRegExp(pattern: string, extraFlags = ''): RegExp {
  const cached = cache.get(`${extraFlags}/${pattern}`);
  if (cached !== undefined) {
    cached.lastIndex = 0;
    return cached;
  }
  const leading = /^\(\?([imsux]+)\)/.exec(pattern);
  const flags = new Set([...extraFlags, ...(leading?.[1] ?? '').replace(/[ux]/g, '')]);
  const source = translate(leading === null ? pattern : pattern.slice(leading[0].length));
  const compiled = compile(source, [...flags].join(''), pattern);
  if (cache.size > 500) cache.clear();
  cache.set(`${extraFlags}/${pattern}`, compiled);
  return compiled;
}

/** Java's replacement text (`$1`, `\$`) as JavaScript's. */
export function javaReplacement(text: string): string {
  return text.replace(/\\(.)|\$(\d)|\$\{(\w+)\}|\$/g, (_, escaped, group, name) => {
    if (escaped !== undefined) return escaped === '$' ? '$$' : escaped;
    if (group !== undefined) return `$${group}`;
    return name === undefined ? '$$' : `$<${name}>`;
  });
}

function translate(pattern: string): string {
  let inClass = false;
  return pattern.replace(
    /\\(p|P)\{(\w+)\}|\\([\s\S])|(\[)|(\])|([*+?}])\+/g,
    (text, p, name, escaped, open, close, quantifier) => {
      if (p !== undefined) {
        const body = POSIX[name];
        if (body === undefined) return text;
        return inClass ? body : `[${p === 'P' ? '^' : ''}${body}]`;
      }
      if (escaped !== undefined)
        return escaped === 'A' ? '^' : escaped === 'z' || escaped === 'Z' ? '$' : text;
      if (open !== undefined) inClass = true;
      if (close !== undefined) inClass = false;
      if (quantifier !== undefined && !inClass) return quantifier;
      return text;
    },
  );
}

function compile(source: string, flags: string, original: string): RegExp {
  try {
    return new RegExp(source, `u${flags}`);
  } catch {
    // Java accepts needless escapes such as `\-`, which only the mode without `u` accepts here.
    try {
      return new RegExp(source, flags);
    } catch (cause) {
      throw new ResolverError(
        `Invalid regular expression: ${original} (${String(cause)})`,
        'MappingTemplate',
      );
    }
  }
}
