import type { Expression, PathStep, Reference } from '../ast.ts';

/** A reference as it stood in the template, for when it does not resolve. */
export function referenceText(reference: Reference): string {
  const call = reference.args === undefined ? '' : argumentText(reference.args);
  const inner = `${reference.id}${call}${(reference.path ?? []).map(stepText).join('')}`;
  return reference.isWraped ? `${reference.leader}{${inner}}` : `${reference.leader}${inner}`;
}

function stepText(step: PathStep): string {
  switch (step.type) {
    case 'property':
      return `.${step.id}`;
    case 'method':
      return `.${step.id}${argumentText(step.args)}`;
    case 'index':
      return `[${expressionText(step.id)}]`;
    case 'content':
      return step.value;
  }
}

function argumentText(args: readonly Expression[] | false): string {
  return `(${args === false ? '' : args.map(expressionText).join(', ')})`;
}

function expressionText(expression: Expression): string {
  switch (expression.type) {
    case 'references':
      return referenceText(expression);
    case 'string':
      return expression.isEval ? `"${expression.value}"` : `'${expression.value}'`;
    case 'array':
      return `[${expression.value.map(expressionText).join(expression.isRange ? '..' : ', ')}]`;
    case 'map': {
      const members = Object.entries(expression.value ?? {});
      return `{${members.map(([key, value]) => `"${key}": ${value === undefined ? '' : expressionText(value)}`).join(', ')}}`;
    }
    case 'math':
      return expression.expression.map(expressionText).join(` ${expression.operator} `);
    default:
      return String(expression.value);
  }
}
