import { type ASTNode, type DocumentNode, type GraphQLError, Kind, visit } from 'graphql16';
import { type AppSyncError, locationsOf } from './errors.ts';
import { printValue } from './print-value.ts';

/** One kind of mistake: what graphql-js says of it, and graphql-java's (so AppSync's) type and words. */
interface Translation {
  readonly pattern: RegExp;
  readonly type: string;
  words(match: RegExpExecArray, place: Place): string;
}

/** Where in the document a mistake is. */
interface Place {
  readonly fieldPath: string;
  readonly argument: { readonly name: string; readonly value: string };
}

const TRANSLATIONS: readonly Translation[] = [
  {
    pattern: /^Cannot query field "(\w+)" on type "(\w+)"/,
    type: 'FieldUndefined',
    words: ([, field, type], { fieldPath }) =>
      `Field '${field}' in type '${type}' is undefined @ '${fieldPath}'`,
  },
  {
    pattern: /^Unknown argument "(\w+)" on field/,
    type: 'UnknownArgument',
    words: ([, name], { fieldPath }) => `Unknown field argument ${name} @ '${fieldPath}'`,
  },
  {
    pattern: /^Field "\w+" argument "(\w+)" of type ".+" is required/,
    type: 'MissingFieldArgument',
    words: ([, name], { fieldPath }) => `Missing field argument ${name} @ '${fieldPath}'`,
  },
  {
    pattern: /^Field "(\w+)" of type "(.+?)" must have a selection of subfields/,
    type: 'SubSelectionRequired',
    words: ([, field, type], { fieldPath }) =>
      `Sub selection required for type ${bare(type!)} of field ${field} @ '${fieldPath}'`,
  },
  {
    pattern: /^Field "(\w+)" must not have a selection since type "(.+?)" has no subfields/,
    type: 'SubSelectionNotAllowed',
    words: ([, field, type], { fieldPath }) =>
      `Sub selection not allowed on leaf type ${bare(type!)} of field ${field} @ '${fieldPath}'`,
  },
  { pattern: /^Unknown type "(\w+)"/, type: 'UnknownType', words: ([, type]) => `Unknown type ${type}` },
  {
    pattern: /^Unknown fragment "(\w+)"/,
    type: 'UndefinedFragment',
    words: ([, name], { fieldPath }) => `Undefined fragment ${name} @ '${fieldPath}'`,
  },
  {
    pattern: /^Fragment "(\w+)" is never used/,
    type: 'UnusedFragment',
    words: ([, name]) => `Unused fragment ${name}`,
  },
  {
    pattern: /^Variable "\$(\w+)" is not defined/,
    type: 'UndefinedVariable',
    words: ([, name], { fieldPath }) => `Undefined variable ${name} @ '${fieldPath}'`,
  },
  {
    pattern: /^Variable "\$(\w+)" is never used/,
    type: 'UnusedVariable',
    words: ([, name]) => `Unused variable ${name}`,
  },
  {
    pattern: /^Variable "\$\w+" of type "(.+?)" used in position expecting type "(.+?)"/,
    type: 'VariableTypeMismatch',
    words: ([, type, wanted], { fieldPath }) =>
      `Variable type '${type}' doesn't match expected type '${wanted}' @ '${fieldPath}'`,
  },
  {
    pattern: /^Field "\w+\.(\w+)" of required type ".+" was not provided/,
    type: 'WrongType',
    words: ([, name], { fieldPath, argument }) =>
      `argument '${argument.name}' with value '${argument.value}' is missing required fields '[${name}]' @ '${fieldPath}'`,
  },
  {
    pattern: /^Field "(\w+)" is not defined by type "(\w+)"/,
    type: 'WrongType',
    words: ([, name, type], { fieldPath, argument }) =>
      `argument '${argument.name}' with value '${argument.value}' contains a field not in '${type}': '${name}' @ '${fieldPath}'`,
  },
  {
    pattern:
      /^(?:Expected value of type "(.+?)"|(\w+) cannot represent|Enum "(\w+)" cannot|Value ".*?" does not exist in "(\w+)")/,
    type: 'WrongType',
    words: ([, expected, scalar, enumeration, other], { fieldPath, argument }) =>
      `argument '${argument.name}' with value '${argument.value}' is not a valid '${bare(expected ?? scalar ?? enumeration ?? other ?? '')}' @ '${fieldPath}'`,
  },
  {
    pattern: /^Fields "(\w+)" conflict because (.*?)\. Use different aliases/s,
    type: 'FieldsConflict',
    words: ([, name, why]) => `${name}: ${why}`,
  },
];

/** A validation error in AppSync's words: `Validation error of type X: … @ 'path/of/fields'`. */
export function validationError(error: GraphQLError, document: DocumentNode): AppSyncError {
  const [first, second] = error.nodes ?? [];
  // A mismatched variable is told where it is used, not where it is declared.
  const node = first?.kind === Kind.VARIABLE_DEFINITION && second ? second : first;
  const locations = locationsOf(node);
  const place = node ? placeOf(document, node) : NOWHERE;
  for (const { pattern, type, words } of TRANSLATIONS) {
    const match = pattern.exec(error.message);
    if (match)
      return { path: null, locations, message: `Validation error of type ${type}: ${words(match, place)}` };
  }
  return { path: null, locations, message: `Validation error of type InvalidSyntax: ${error.message}` };
}

const NOWHERE: Place = { fieldPath: '', argument: { name: '', value: '' } };

function bare(type: string): string {
  return type.replace(/[[\]!]/g, '');
}

function placeOf(document: DocumentNode, wanted: ASTNode): Place {
  const fields: string[] = [];
  let argument = NOWHERE.argument;
  let found: Place | undefined;
  visit(document, {
    enter(node) {
      if (node.kind === Kind.FIELD) fields.push(node.name.value);
      else if (node.kind === Kind.FRAGMENT_DEFINITION) fields.push(node.name.value);
      else if (node.kind === Kind.ARGUMENT)
        argument = { name: node.name.value, value: printValue(node.value) };
      if (node === wanted) found ??= { fieldPath: fields.join('/'), argument };
    },
    leave(node) {
      if (node.kind === Kind.FIELD || node.kind === Kind.FRAGMENT_DEFINITION) fields.pop();
    },
  });
  return found ?? NOWHERE;
}
