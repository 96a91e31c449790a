import { isDeepStrictEqual } from 'node:util';
import { requireCovered } from '../../core/covered-properties.ts';
import { LocalCloudError } from '../../core/errors.ts';
import type { ResourceHandler, ResourceInput, ResourceOutput } from '../../core/resource.ts';
import { resolveDynamicReferences } from '../intrinsics/dynamic-references.ts';
import { evaluate } from '../intrinsics/evaluate.ts';
import type { Scope } from '../intrinsics/scope.ts';
import type { TemplateResource } from '../read/template.ts';
import { isCustomResource } from './coverage.ts';
import type { Deployment } from './deployment.ts';
import { inertOutput } from './inert-output.ts';
import { inertType } from './inert-types.ts';

/**
 * Applies one resource, whose dependencies exist, and remembers it.
 * Throws LocalCloudError DeployFailed that names its type and address, with the handler's error as its cause.
 */
export async function applyResource(
  deployment: Deployment,
  scope: Scope,
  stackPath: string,
  logicalId: string,
  resource: TemplateResource,
): Promise<ResourceOutput> {
  const address = stackPath === '' ? logicalId : `${stackPath}/${logicalId}`;
  deployment.seen.add(address);
  const event = { stackPath, logicalId, type: resource.Type };
  const verb = deployment.state.get(address)?.type === resource.Type ? 'UPDATE' : 'CREATE';
  let attempted: Record<string, unknown> | undefined;
  try {
    const evaluated = evaluate(scope, resource.Properties ?? {});
    const resolved = await resolveDynamicReferences(evaluated, deployment.sources);
    const properties = resolved as Record<string, unknown>;
    attempted = properties;
    const before = await replaceOtherType(deployment, address, resource.Type);
    const input: ResourceInput = {
      type: resource.Type,
      logicalId,
      stackPath,
      address,
      properties,
      previousProperties: before?.properties,
      previousOutput: before?.output,
      previousFailed: before?.failed,
    };
    const changes = !before || before.failed || !isDeepStrictEqual(before.properties, properties);
    if (changes)
      deployment.report({ ...event, status: `${verb}_IN_PROGRESS`, physicalId: before?.output.ref });
    const output = await provide(deployment, scope, input, resource);
    if (changes) deployment.report({ ...event, status: `${verb}_COMPLETE`, physicalId: output.ref });
    const { type } = input;
    const deletionPolicy = resource.DeletionPolicy;
    deployment.state.put(address, { type, logicalId, stackPath, properties, output, deletionPolicy });
    return output;
  } catch (error) {
    const before = deployment.state.get(address);
    // It may be half changed: its function is to be called again, also to go back to what was there before.
    if (before && attempted && isCustomResource(before.type))
      deployment.state.put(address, { ...before, properties: attempted, failed: true });
    const reason = error instanceof Error ? error.message : String(error);
    deployment.report({ ...event, status: `${verb}_FAILED`, physicalId: before?.output.ref, reason });
    throw failed(resource.Type, address, error);
  }
}

async function provide(
  deployment: Deployment,
  scope: Scope,
  input: ResourceInput,
  resource: TemplateResource,
): Promise<ResourceOutput> {
  const handler = deployment.handlers.get(input.type) as ResourceHandler<Record<string, unknown>> | undefined;
  if (handler) {
    requireCovered(input.type, input.properties, handler.covers);
    return await handler.apply(input);
  }
  if (inertType(resource, input.logicalId)) {
    return inertOutput(input.type, input.logicalId, input.address, input.properties);
  }
  if (isCustomResource(input.type)) return await deployment.customResources.apply(input, scope.stackId);
  throw new LocalCloudError('NotCovered', `Nothing provides ${input.type}.`, 'Add a handler for it.');
}

/** A logical id that now means another type is another resource. */
async function replaceOtherType(
  deployment: Deployment,
  address: string,
  type: string,
): Promise<ReturnType<Deployment['state']['get']>> {
  const before = deployment.state.get(address);
  if (!before || before.type === type) return before;
  await removeApplied(deployment, address);
  return undefined;
}

/** Removes a resource that is no longer in the template, unless its deletion policy keeps it. */
export async function removeApplied(deployment: Deployment, address: string): Promise<void> {
  const before = deployment.state.get(address);
  if (!before) return;
  const kept = before.deletionPolicy !== undefined && before.deletionPolicy !== 'Delete';
  const event = { ...before, physicalId: before.output.ref };
  deployment.report({ ...event, status: kept ? 'DELETE_SKIPPED' : 'DELETE_IN_PROGRESS' });
  if (kept) deployment.log(`${address} (${before.type}) left the template; its deletion policy keeps it.`);
  else {
    const { type, logicalId, stackPath, properties, output } = before;
    const input: ResourceInput = {
      type,
      logicalId,
      stackPath,
      address,
      properties,
      previousProperties: properties,
      previousOutput: output,
    };
    const handler = deployment.handlers.get(type) as ResourceHandler<Record<string, unknown>> | undefined;
    if (handler) await handler.remove?.(input);
    else if (isCustomResource(type) && !inertType({ Type: type }, logicalId)) {
      await deployment.customResources.remove(input);
    }
    deployment.report({ ...event, status: 'DELETE_COMPLETE' });
  }
  deployment.state.delete(address);
}

function failed(type: string, address: string, error: unknown): LocalCloudError {
  if (error instanceof LocalCloudError && error.code === 'DeployFailed') return error;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const resolution =
    error instanceof LocalCloudError ? error.resolution : 'Correct the resource and deploy again.';
  return new LocalCloudError('DeployFailed', `${type} ${address} failed. ${message}`, resolution, error);
}
