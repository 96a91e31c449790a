import type { RunHolder } from '../util/run.ts';
import { createExtensions } from '../util/extensions.ts';
import * as dynamodb from './dynamodb/index.ts';
import { earlyReturn } from './early-return.ts';
import * as rds from './rds/index.ts';
import { codeError } from './source/code-error.ts';
import { createJsUtil, freezeDeep } from './util.ts';

/** The modules that code may import, by their specifiers. */
export type Modules = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

const DYNAMODB = Object.freeze({ ...dynamodb });
const RDS = Object.freeze({ ...rds });

export function createModules(holder: RunHolder): Modules {
  const util = createJsUtil(holder);
  const extensions = freezeDeep(createExtensions(holder));
  const runtime = freezeDeep({ earlyReturn });
  return new Map<string, Readonly<Record<string, unknown>>>([
    ['@aws-appsync/utils', Object.freeze({ util, extensions, runtime })],
    ['@aws-appsync/utils/dynamodb', DYNAMODB],
    ['@aws-appsync/utils/rds', RDS],
  ]);
}

/** Throws the error of creation for anything else: AppSync has no other modules, code must be bundled. */
export function importModule(modules: Modules, specifier: string): Readonly<Record<string, unknown>> {
  const module = modules.get(specifier);
  if (module === undefined) {
    throw codeError(`Cannot find module '${specifier}' or its corresponding type declarations.`);
  }
  return module;
}
