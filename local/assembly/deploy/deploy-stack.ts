import { templateError } from '../intrinsics/errors.ts';
import { evaluateConditions } from '../intrinsics/conditions.ts';
import { evaluate } from '../intrinsics/evaluate.ts';
import type { Scope } from '../intrinsics/scope.ts';
import type { ResourceOutput } from '../../core/resource.ts';
import type { StackDefinition } from '../read/template.ts';
import { applyResource } from './apply-resource.ts';
import { stackArn, type DeployedStack, type Deployment, type StackPlace } from './deployment.ts';
import { dependencyGraph, deploymentOrder } from './graph.ts';
import { inertAttribute } from './inert-output.ts';
import { inertType } from './inert-types.ts';
import { resolveParameters } from './parameters.ts';

/**
 * Deploys a stack and its nested ones: parameters, conditions, then the resources, each as soon as what it needs is
 * there, then the outputs. When one fails, those already running end before the error is thrown.
 */
export async function deployStack(
  deployment: Deployment,
  stack: StackDefinition,
  place: StackPlace,
  given: Readonly<Record<string, unknown>>,
): Promise<DeployedStack> {
  const { cloud } = deployment;
  const { template } = stack;
  const name = place.path || 'the root stack';
  const stackId = stackArn(cloud, place);
  const outputs = new Map<string, ResourceOutput>();
  const bare: Omit<Scope, 'conditions'> = {
    name,
    template,
    region: cloud.region,
    accountId: cloud.accountId,
    stackName: place.stackName,
    stackId,
    parameters: await resolveParameters({ name, template }, given, deployment.sources.parameter),
    ref: (logicalId) => outputOf(logicalId).ref,
    attribute: (logicalId, attribute) => attributeOf(logicalId, attribute),
  };
  const conditions = evaluateConditions({ ...bare, conditions: new Map() });
  const scope: Scope = { ...bare, conditions };

  function outputOf(logicalId: string): ResourceOutput {
    const output = outputs.get(logicalId);
    if (!output) throw templateError(scope, `Unresolved resource dependencies [${logicalId}]`);
    return output;
  }

  function attributeOf(logicalId: string, attribute: string): unknown {
    const output = outputOf(logicalId);
    if (Object.hasOwn(output.attributes, attribute)) return output.attributes[attribute];
    const resource = template.Resources[logicalId];
    if (resource && inertType(resource, logicalId) && !deployment.handlers.has(resource.Type)) {
      return inertAttribute(output, resource.Type, attribute, `${cloud.region}:${cloud.accountId}`);
    }
    throw templateError(scope, `${resource?.Type} ${logicalId} has no attribute ${attribute}`);
  }

  async function create(logicalId: string): Promise<ResourceOutput> {
    const resource = template.Resources[logicalId];
    if (!resource) throw templateError(scope, `no resource ${logicalId}`);
    const nested = stack.nested.get(logicalId);
    if (!nested) return await applyResource(deployment, scope, place.path, logicalId, resource);
    const parameters = evaluate(scope, resource.Properties?.['Parameters'] ?? {}) as Record<string, unknown>;
    const path = place.path === '' ? logicalId : `${place.path}/${logicalId}`;
    const stackName = `${place.stackName}-${logicalId}`;
    const child = await deployNested(deployment, nested, { path, stackName }, parameters, resource.Type);
    const values = Object.entries(child.outputs).map(([key, value]) => [`Outputs.${key}`, value] as const);
    return { ref: child.stackId, attributes: Object.fromEntries(values) };
  }

  await runInOrder(template.Resources, scope, place, async (logicalId) => {
    outputs.set(logicalId, await create(logicalId));
  });
  return { stackId, name: place.stackName, outputs: outputsOf(scope), metadata: template.Metadata ?? {} };
}

/** To its parent, a nested stack is a resource: begun, done or failed. */
async function deployNested(
  deployment: Deployment,
  stack: StackDefinition,
  place: StackPlace,
  parameters: Readonly<Record<string, unknown>>,
  type: string,
): Promise<DeployedStack> {
  const at = place.path.lastIndexOf('/');
  const event = {
    stackPath: at < 0 ? '' : place.path.slice(0, at),
    logicalId: place.path.slice(at + 1),
    type,
    physicalId: stackArn(deployment.cloud, place),
  };
  const verb = deployment.state.entries().some(([address]) => address.startsWith(`${place.path}/`))
    ? 'UPDATE'
    : 'CREATE';
  deployment.report({ ...event, status: `${verb}_IN_PROGRESS` });
  try {
    const child = await deployStack(deployment, stack, place, parameters);
    deployment.report({ ...event, status: `${verb}_COMPLETE` });
    return child;
  } catch (error) {
    const reason = `Embedded stack ${event.physicalId} was not successfully deployed`;
    deployment.report({ ...event, status: `${verb}_FAILED`, reason });
    throw error;
  }
}

/** Runs each resource when those that it needs have run. */
async function runInOrder(
  resources: StackDefinition['template']['Resources'],
  scope: Scope,
  place: StackPlace,
  run: (logicalId: string) => Promise<void>,
): Promise<void> {
  const graph = dependencyGraph(scope.template);
  const running = new Map<string, Promise<void>>();
  let failed = false;
  for (const logicalId of deploymentOrder(graph, place.path || 'the root stack')) {
    const condition = resources[logicalId]?.Condition;
    if (condition !== undefined && !scope.conditions.get(condition)) continue;
    const needed = [...(graph.get(logicalId) ?? [])].map((one) => running.get(one));
    const work = async (): Promise<void> => {
      await Promise.all(needed);
      if (failed) return;
      await run(logicalId);
    };
    running.set(
      logicalId,
      work().catch((error: unknown) => {
        failed = true;
        throw error;
      }),
    );
  }
  const results = await Promise.allSettled(running.values());
  const rejected = results.find((result) => result.status === 'rejected');
  if (rejected) throw rejected.reason;
}

function outputsOf(scope: Scope): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, output] of Object.entries(scope.template.Outputs ?? {})) {
    if (output.Condition !== undefined && !scope.conditions.get(output.Condition)) continue;
    values[name] = evaluate(scope, output.Value);
  }
  return values;
}
