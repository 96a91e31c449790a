import vm from 'node:vm';
import { AwsError } from '../../../../core/errors.ts';
import { importModule } from './modules.ts';
import type { Modules } from './modules.ts';
import { sandbox } from './sandbox.ts';
import { checkSupported } from './source/check.ts';
import { codeError, locationOf } from './source/code-error.ts';
import { BOUNDED, IMPORT, rewriteModule } from './source/rewrite.ts';
import { tokenize } from './source/tokenize.ts';
import type { Token } from './source/tokenize.ts';

/** AppSync's limit for the code of one resolver or function. */
export const MAX_CODE_BYTES = 32_768;
/** Loading runs top-level declarations only; what takes longer does not end. */
const LOAD_TIMEOUT_MS = 1000;

export type Handler = (context: unknown) => unknown;

/** What the code exports. */
export interface Handlers {
  readonly request: Handler | undefined;
  readonly response: Handler | undefined;
}

/**
 * Checks and compiles code, and gives a function that loads it once. Throws AwsError BadRequestException for code
 * over 32 KB, syntax errors, unsupported syntax and unknown imports, which AWS answers at creation.
 */
export function compileCode(
  code: string,
  modules: Modules,
  globals: Readonly<Record<string, unknown>>,
): () => Handlers {
  if (Buffer.byteLength(code) > MAX_CODE_BYTES) {
    throw new AwsError(
      'BadRequestException',
      `1 validation error detected: Value at 'code' failed to satisfy constraint: Member must have length less than or equal to ${MAX_CODE_BYTES}`,
    );
  }
  const tokens = tokenize(code);
  checkSupported(code, tokens);
  checkImports(code, tokens, modules);
  const script = compileScript(code, tokens, Object.keys(globals));
  let loaded: Handlers | undefined;
  return () => (loaded ??= load(script, modules, Object.values(globals)));
}

function checkImports(code: string, tokens: readonly Token[], modules: Modules): void {
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    if (token.kind !== 'string' || before?.kind !== 'name') return;
    if (before.text !== 'from' && before.text !== 'import') return;
    const specifier = token.text.slice(1, -1);
    if (!modules.has(specifier)) {
      throw codeError(`Cannot find module '${specifier}'.`, locationOf(code, token.start));
    }
  });
}

/** The globals are an outer function's parameters, so that the code may declare (import) the same names itself. */
function compileScript(code: string, tokens: readonly Token[], globals: readonly string[]): vm.Script {
  const { body, exports } = rewriteModule(code, tokens);
  const prefix = `(function (${[IMPORT, BOUNDED, ...globals].join(', ')}) { "use strict"; return (() => { `;
  const handlers = ['request', 'response'].map((name) => `${name}: ${exports.get(name) ?? 'undefined'}`);
  try {
    return new vm.Script(`${prefix}${body}\nreturn { ${handlers.join(', ')} }; })(); })`, {
      filename: 'code.js',
      columnOffset: -prefix.length,
    });
  } catch (error) {
    const line = /code\.js:(\d+)/.exec(error instanceof Error ? (error.stack ?? '') : '')?.[1];
    throw codeError(String(error), line === undefined ? undefined : { line: Number(line), column: 1 });
  }
}

function load(script: vm.Script, modules: Modules, globals: readonly unknown[]): Handlers {
  const { context, bounded } = sandbox();
  const factory = script.runInContext(context) as (...values: readonly unknown[]) => unknown;
  // A timeout holds for scripts only, so the call is made from one.
  const scope = context as { load?: () => unknown };
  scope.load = () => factory((name: string) => importModule(modules, name), bounded, ...globals);
  try {
    const exported = new vm.Script('load()').runInContext(context, { timeout: LOAD_TIMEOUT_MS }) as Record<
      string,
      unknown
    >;
    return { request: asHandler(exported.request), response: asHandler(exported.response) };
  } finally {
    delete scope.load;
  }
}

function asHandler(value: unknown): Handler | undefined {
  return typeof value === 'function' ? (value as Handler) : undefined;
}
