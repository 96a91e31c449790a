import type { Template } from '../read/template.ts';

/** What an expression of a template may refer to while it is evaluated. */
export interface Scope {
  /** For error messages: the stack's path, or `the root stack`. */
  readonly name: string;
  readonly template: Template;
  readonly region: string;
  readonly accountId: string;
  readonly stackName: string;
  readonly stackId: string;
  readonly parameters: ReadonlyMap<string, unknown>;
  readonly conditions: ReadonlyMap<string, boolean>;
  /** `Ref` of a resource. Throws when it wasn't created. */
  ref(logicalId: string): unknown;
  /** `Fn::GetAtt` of a resource. Throws when it has no such attribute. */
  attribute(logicalId: string, name: string): unknown;
}

/** `AWS::NoValue`: the property that holds it is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');
