const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  "'": "\\'",
  '/': '\\/',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Escapes for use inside a JavaScript string literal, as Apache Commons' `escapeEcmaScript` does. */
export function escapeJavaScript(value: unknown): string {
  return text(value).replace(
    /[\\"'/\b\f\n\r\t]|[^ -~]/g,
    (char) => ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

/** `application/x-www-form-urlencoded`, as Java's `URLEncoder` writes it. */
export function urlEncode(value: unknown): string {
  return encodeURIComponent(text(value))
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

export function urlDecode(value: unknown): string {
  return decodeURIComponent(text(value).replace(/\+/g, ' '));
}

export function base64Encode(value: unknown): string {
  return Buffer.from(text(value), 'utf8').toString('base64');
}

export function base64Decode(value: unknown): string {
  return Buffer.from(text(value), 'base64').toString('utf8');
}

/** `nfc`, `nfd`, `nfkc` or `nfkd`; anything else leaves the text as it is. */
export function normalize(value: unknown, form: unknown): string {
  const name = String(form).toUpperCase();
  return ['NFC', 'NFD', 'NFKC', 'NFKD'].includes(name) ? text(value).normalize(name) : text(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : String(value ?? '');
}
