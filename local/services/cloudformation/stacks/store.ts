import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsError } from '../../../core/errors.ts';
import type { Stack } from './stack.ts';

/** The account's root stacks. The local cloud holds one at a time, and remembers the deleted ones by their id. */
export interface StackStore {
  /** The one that isn't deleted. */
  live(): Stack | undefined;
  /** By name, or by id, which finds a deleted one too. Throws ValidationError as CloudFormation does. */
  get(nameOrId: string): Stack;
  find(nameOrId: string): Stack | undefined;
  list(): readonly Stack[];
  add(stack: Stack): void;
  save(): void;
}

export function createStackStore(folder: string): StackStore {
  const file = join(folder, 'stacks.json');
  let stacks: Stack[] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Stack[]) : [];

  const isLive = (stack: Stack): boolean => stack.status !== 'DELETE_COMPLETE';
  function find(nameOrId: string): Stack | undefined {
    return stacks.find((one) => one.id === nameOrId || (one.name === nameOrId && isLive(one)));
  }
  function save(): void {
    writeFileSync(`${file}.new`, JSON.stringify(stacks, null, 1), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return {
    live: () => stacks.find(isLive),
    find,
    get(nameOrId) {
      const stack = find(nameOrId);
      if (stack) return stack;
      throw new AwsError('ValidationError', `Stack with id ${nameOrId} does not exist`);
    },
    list: () => stacks,
    add(stack) {
      stacks = [stack, ...stacks.filter(({ id }) => id !== stack.id)];
      save();
    },
    save,
  };
}
