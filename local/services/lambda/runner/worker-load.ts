import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Handler = (event: unknown, context: unknown, callback: unknown) => unknown;

/**
 * Finds the exported function that `Handler` names, in a CommonJS bundle or an ES module.
 * Throws errors with the names that Lambda's runtime reports.
 */
export async function loadHandler(folder: string, handler: string): Promise<Handler> {
  const slash = handler.lastIndexOf('/');
  const dot = handler.indexOf('.', slash + 1);
  if (dot === -1) throw named('Runtime.MalformedHandlerName', 'Bad handler');
  const module = handler.slice(0, dot);
  const path = ['', '.js', '.mjs', '.cjs']
    .map((end) => join(folder, module + end))
    .find((one) => existsSync(one));
  if (path === undefined) throw named('Runtime.ImportModuleError', `Error: Cannot find module '${module}'`);
  const loaded = await load(path);
  const found = handler
    .slice(dot + 1)
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], loaded);
  if (found === undefined) throw named('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  if (typeof found !== 'function') throw named('Runtime.HandlerNotFound', `${handler} is not a function`);
  return found as Handler;
}

async function load(path: string): Promise<Record<string, unknown>> {
  try {
    const module = (await import(pathToFileURL(path).href)) as Record<string, unknown> & { default?: object };
    // A CommonJS module's exports are its default; names that Node cannot foresee are only there.
    return { ...(module.default ?? {}), ...module };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof SyntaxError)
      throw named('Runtime.UserCodeSyntaxError', `SyntaxError: ${error.message}`, error);
    if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND') {
      throw named('Runtime.ImportModuleError', `Error: ${(error as Error).message}`, error);
    }
    throw error;
  }
}

function named(name: string, message: string, cause?: unknown): Error {
  const error = new Error(message, { cause });
  error.name = name;
  return error;
}
