import type { Expression, PathStep, Reference } from '../ast.ts';
import type { Evaluate, Frame, Step } from '../frame.ts';
import { callMethod, readIndex, readProperty, writeMember } from '../java/members.ts';
import { toText } from '../java/text.ts';
import type { Compiler } from './compiler.ts';
import { referenceText } from './reference-text.ts';

type Access = (base: unknown, frame: Frame) => unknown;

/** A reference as a value; what does not resolve is undefined. */
export function compileReference(compiler: Compiler, reference: Reference): Evaluate {
  const name = reference.id;
  const path = (reference.path ?? []).map((step) => compileAccess(compiler, step));
  // `$name(...)`: AppSync has no callable variables, so it never resolves.
  if (reference.args !== undefined) return () => undefined;
  if (path.length === 0) return (frame) => frame.variables.get(name);
  return (frame) => {
    let value = frame.variables.get(name);
    for (const access of path) value = access(value, frame);
    return value;
  };
}

/** A reference as text: its value, or its own source when it does not resolve (nothing after `$!`). */
export function compileReferenceText(compiler: Compiler, reference: Reference): Step {
  const trailing = (reference.path ?? []).at(-1);
  const evaluate = compileReference(compiler, reference);
  const source = reference.leader === '$!' ? '' : referenceText(reference);
  const rest = trailing?.type === 'content' ? trailing.value : '';
  return (frame) => {
    const value = evaluate(frame);
    frame.text += value === null || value === undefined ? source : toText(value) + rest;
    return 'next';
  };
}

/** `#set($reference = ...)`: assigns the variable or the member. A path through null assigns nothing. */
export function compileAssignment(
  compiler: Compiler,
  reference: Reference,
): (frame: Frame, value: unknown) => void {
  const name = reference.id;
  const path = reference.path ?? [];
  const last = path.at(-1);
  if (last === undefined) return (frame, value) => void frame.variables.set(name, value);
  const owner = compileReference(compiler, { ...reference, path: path.slice(0, -1) });
  if (last.type === 'property') return (frame, value) => writeMember(owner(frame), last.id, value);
  if (last.type === 'index') {
    const key = compiler.expression(last.id);
    return (frame, value) => writeMember(owner(frame), key(frame), value);
  }
  return () => undefined;
}

function compileAccess(compiler: Compiler, step: PathStep): Access {
  switch (step.type) {
    case 'property':
      return (base) => readProperty(base, step.id);
    case 'index': {
      const key = compiler.expression(step.id);
      return (base, frame) => readIndex(base, key(frame));
    }
    case 'method':
      return compileCall(compiler, step.id, step.args === false ? [] : step.args);
    case 'content':
      return (base) => base;
  }
}

function compileCall(compiler: Compiler, name: string, args: readonly Expression[]): Access {
  const values = args.map(compiler.expression);
  // Arguments are evaluated even when the call is ignored, since they may have effects themselves.
  return (base, frame) =>
    callMethod(
      base,
      name,
      values.map((value) => value(frame)),
    );
}
