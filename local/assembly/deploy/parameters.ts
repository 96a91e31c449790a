import { templateError } from '../intrinsics/errors.ts';
import type { Template, TemplateParameter } from '../read/template.ts';

/** The bootstrap version that the CDK asks for; no bootstrap stack is needed here. */
const BOOTSTRAP_PARAMETER = /^\/cdk-bootstrap\/[^/]+\/version$/;
const BOOTSTRAP_VERSION = '30';

/**
 * The values of a template's parameters: what the parent stack gives, else the default; an SSM type is looked up.
 * Throws AwsError ValidationError for a missing or forbidden value.
 * @param lookUp the value of an SSM parameter
 */
export async function resolveParameters(
  stack: { readonly name: string; readonly template: Template },
  given: Readonly<Record<string, unknown>>,
  lookUp: (name: string) => Promise<string>,
): Promise<ReadonlyMap<string, unknown>> {
  const declared = stack.template.Parameters ?? {};
  for (const name of Object.keys(given)) {
    if (!declared[name]) throw templateError(stack, `Parameters: [${name}] do not exist in the template`);
  }
  const values = new Map<string, unknown>();
  for (const [name, parameter] of Object.entries(declared)) {
    const raw = given[name] ?? parameter.Default;
    if (raw === undefined) throw templateError(stack, `Parameters: [${name}] must have values`);
    values.set(name, await resolveOne(stack, name, parameter, raw, lookUp));
  }
  return values;
}

async function resolveOne(
  stack: { readonly name: string },
  name: string,
  parameter: TemplateParameter,
  raw: unknown,
  lookUp: (name: string) => Promise<string>,
): Promise<unknown> {
  const ssm = /^AWS::SSM::Parameter::Value<(.+)>$/.exec(parameter.Type)?.[1];
  const type = ssm ?? parameter.Type;
  let value = Array.isArray(raw) ? raw.join(',') : String(raw);
  if (ssm !== undefined) value = BOOTSTRAP_PARAMETER.test(value) ? BOOTSTRAP_VERSION : await lookUp(value);
  if (parameter.AllowedValues && !parameter.AllowedValues.map(String).includes(value)) {
    throw templateError(stack, `Parameter '${name}' must be one of AllowedValues`);
  }
  if (type === 'Number' && Number.isNaN(Number(value))) {
    throw templateError(stack, `Parameter '${name}' must be a number`);
  }
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  return isList ? value.split(',').map((one) => one.trim()) : value;
}
