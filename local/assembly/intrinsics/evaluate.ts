import { notCovered } from '../../core/errors.ts';
import { CONDITION_FUNCTIONS, evaluateCondition } from './condition-expression.ts';
import { templateError } from './errors.ts';
import { availabilityZones, cidr, findInMap, length, select } from './lists.ts';
import { pseudoParameter } from './pseudo-parameters.ts';
import { NO_VALUE, type Scope } from './scope.ts';
import { base64, join, split, substitute, toJsonString } from './strings.ts';

type Function = (scope: Scope, value: unknown) => unknown;

/** Functions whose argument is evaluated first. */
const FUNCTIONS: Readonly<Record<string, Function>> = {
  'Fn::Join': join,
  'Fn::Split': split,
  'Fn::Base64': base64,
  'Fn::ToJsonString': toJsonString,
  'Fn::Select': select,
  'Fn::Length': length,
  'Fn::GetAZs': availabilityZones,
  'Fn::Cidr': cidr,
  'Fn::FindInMap': findInMap,
};

/**
 * Resolves every intrinsic function of a template's value. `AWS::NoValue` disappears with the property or list entry
 * that holds it. Throws AwsError ValidationError, or LocalCloudError NotCovered for a function unknown here.
 */
export function evaluate(scope: Scope, value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => evaluate(scope, one)).filter((one) => one !== NO_VALUE);
  }
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first && isIntrinsic(first[0])) return call(scope, first[0], first[1]);
  return Object.fromEntries(
    entries
      .map(([name, one]): [string, unknown] => [name, evaluate(scope, one)])
      .filter(([, one]) => one !== NO_VALUE),
  );
}

function isIntrinsic(name: string): boolean {
  return name === 'Ref' || name.startsWith('Fn::');
}

function call(scope: Scope, name: string, argument: unknown): unknown {
  const simple = FUNCTIONS[name];
  if (simple) return simple(scope, evaluate(scope, argument));
  if (CONDITION_FUNCTIONS.has(name)) {
    return evaluateCondition(
      scope,
      { [name]: argument },
      {
        condition: (one) => condition(scope, one),
        value: (operand) => evaluate(scope, operand),
      },
    );
  }
  switch (name) {
    case 'Ref':
      return ref(scope, String(argument));
    case 'Fn::GetAtt':
      return attribute(scope, argument);
    case 'Fn::Sub':
      return sub(scope, argument);
    case 'Fn::If':
      return choose(scope, argument);
    case 'Fn::ImportValue':
      throw notCovered('Fn::ImportValue', 'Put both stacks into one assembly as nested stacks.');
    default:
      throw notCovered(`the intrinsic function ${name}`);
  }
}

function ref(scope: Scope, name: string): unknown {
  const pseudo = pseudoParameter(name, scope);
  if (pseudo !== undefined) return pseudo;
  if (scope.parameters.has(name)) return scope.parameters.get(name);
  if (!scope.template.Resources[name]) {
    throw templateError(scope, `Unresolved resource dependencies [${name}]`);
  }
  return scope.ref(name);
}

function attribute(scope: Scope, argument: unknown): unknown {
  const [logicalId = '', ...names] =
    typeof argument === 'string' ? splitOnce(argument) : (argument as readonly unknown[]);
  const name = String(evaluate(scope, names.length === 1 ? names[0] : names.join('.')));
  if (!scope.template.Resources[String(logicalId)]) {
    throw templateError(scope, `instance of Fn::GetAtt references undefined resource ${logicalId}`);
  }
  return scope.attribute(String(logicalId), name);
}

function splitOnce(text: string): [string, string] {
  const dot = text.indexOf('.');
  return [text.slice(0, dot), text.slice(dot + 1)];
}

function sub(scope: Scope, argument: unknown): string {
  const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
  if (typeof template !== 'string') {
    throw templateError(scope, 'One or more Fn::Sub intrinsic functions don’t specify expected arguments');
  }
  const own = (variables ?? {}) as Record<string, unknown>;
  return substitute(scope, template, (name) => {
    if (Object.hasOwn(own, name)) return evaluate(scope, own[name]);
    return name.includes('.') ? attribute(scope, name) : ref(scope, name);
  });
}

function choose(scope: Scope, argument: unknown): unknown {
  const [name, whenTrue, whenFalse] = argument as readonly [unknown, unknown, unknown];
  return evaluate(scope, condition(scope, String(name)) ? whenTrue : whenFalse);
}

function condition(scope: Scope, name: string): boolean {
  const value = scope.conditions.get(name);
  if (value === undefined) throw templateError(scope, `unresolved condition ${name}`);
  return value;
}
