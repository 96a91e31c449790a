/** A CloudFormation template, as far as the local cloud reads it. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Parameters?: Readonly<Record<string, TemplateParameter>>;
  readonly Mappings?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Outputs?: Readonly<Record<string, TemplateOutput>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly Transform?: unknown;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly Condition?: string;
  readonly DeletionPolicy?: 'Delete' | 'Retain' | 'RetainExceptOnCreate' | 'Snapshot';
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

export interface TemplateParameter {
  readonly Type: string;
  readonly Default?: string | number;
  readonly AllowedValues?: readonly (string | number)[];
}

export interface TemplateOutput {
  readonly Value: unknown;
  readonly Condition?: string;
  readonly Export?: { readonly Name: unknown };
}

/** A template with those of its nested stacks, by the logical id of their `AWS::CloudFormation::Stack`. */
export interface StackDefinition {
  readonly template: Template;
  readonly nested: ReadonlyMap<string, StackDefinition>;
}

/** A cloud assembly: one root stack and the folder in which its assets stand. */
export interface Assembly {
  readonly folder: string;
  readonly stackName: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly root: StackDefinition;
}

export const NESTED_STACK = 'AWS::CloudFormation::Stack';
