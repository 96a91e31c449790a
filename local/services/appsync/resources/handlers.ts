import { isDeepStrictEqual } from 'node:util';
import { notCovered } from '../../../core/errors.ts';
import type { Handlers } from '../api.ts';
import type { Evaluator } from '../runtime/evaluator.ts';
import type { AppSyncContext } from '../service-context.ts';
import { readAsset } from './read-asset.ts';

/** The members that resolvers and functions share. */
export interface HandlerProperties {
  RequestMappingTemplate?: string;
  RequestMappingTemplateS3Location?: string;
  ResponseMappingTemplate?: string;
  ResponseMappingTemplateS3Location?: string;
  Code?: string;
  CodeS3Location?: string;
  Runtime?: { Name: string; RuntimeVersion: string };
  MaxBatchSize?: number | string;
  SyncConfig?: { ConflictDetection?: string };
  CachingConfig?: unknown;
}

/**
 * Reads a resolver's or function's code or templates; they are compiled at the first use, but new or changed code
 * at once, so that a deployment with wrong code fails, as on AWS. Throws AwsError BadRequestException for it.
 */
export function handlersOf(
  context: AppSyncContext,
  properties: HandlerProperties,
  previousProperties: HandlerProperties | undefined,
): Handlers {
  const { evaluators, cloud } = context;
  if (properties.SyncConfig && (properties.SyncConfig.ConflictDetection ?? 'NONE') !== 'NONE') {
    throw notCovered('conflict detection (SyncConfig) of resolvers');
  }
  if (properties.CachingConfig) throw notCovered('server-side caching (CachingConfig) of resolvers');
  const text = (inline: string | undefined, location: string | undefined): string | undefined =>
    location ? readAsset(cloud, location) : inline || undefined;
  const code = text(properties.Code, properties.CodeS3Location);
  if (code !== undefined) {
    const runtime = properties.Runtime?.Name ?? 'APPSYNC_JS';
    if (runtime !== 'APPSYNC_JS') throw notCovered(`the resolver runtime ${runtime}`);
    const evaluator = once(() => evaluators.js(code));
    if (!isDeepStrictEqual(properties, previousProperties)) evaluator();
    return { runtime: 'APPSYNC_JS', hasRequest: true, hasResponse: true, evaluator };
  }
  const request = text(properties.RequestMappingTemplate, properties.RequestMappingTemplateS3Location);
  const response = text(properties.ResponseMappingTemplate, properties.ResponseMappingTemplateS3Location);
  return {
    runtime: 'VTL',
    hasRequest: request !== undefined,
    hasResponse: response !== undefined,
    evaluator: once(() => evaluators.vtl({ request, response })),
  };
}

function once(make: () => Evaluator): () => Evaluator {
  let made: Evaluator | undefined;
  return () => (made ??= make());
}
