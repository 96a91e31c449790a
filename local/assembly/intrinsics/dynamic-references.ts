import { notCovered } from '../../core/errors.ts';

/** Fetches what `{{resolve:…}}` means. */
export interface DynamicSources {
  /** The whole secret string of a secret, by ARN or name. */
  secretString(secretId: string, versionStage?: string, versionId?: string): Promise<string>;
  /** The value of an SSM parameter. */
  parameter(name: string, version?: string): Promise<string>;
}

const REFERENCE = /\{\{resolve:([^{}]+)\}\}/g;

/**
 * Replaces dynamic references in every string of a value (CloudFormation guide, «Get values stored in other services
 * using dynamic references»). Returns the value itself when it has none.
 */
export async function resolveDynamicReferences(value: unknown, sources: DynamicSources): Promise<unknown> {
  if (typeof value === 'string') return value.includes('{{resolve:') ? inString(value, sources) : value;
  if (Array.isArray(value)) return Promise.all(value.map((one) => resolveDynamicReferences(one, sources)));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(async ([name, one]): Promise<[string, unknown]> => [
    name,
    await resolveDynamicReferences(one, sources),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

async function inString(text: string, sources: DynamicSources): Promise<string> {
  let result = '';
  let end = 0;
  for (const match of text.matchAll(REFERENCE)) {
    result += text.slice(end, match.index) + (await resolveOne(match[1] ?? '', sources));
    end = match.index + match[0].length;
  }
  return result + text.slice(end);
}

async function resolveOne(reference: string, sources: DynamicSources): Promise<string> {
  const [service, ...parts] = reference.split(':');
  if (service === 'ssm' || service === 'ssm-secure') return sources.parameter(parts[0] ?? '', parts[1]);
  if (service !== 'secretsmanager') throw notCovered(`the dynamic reference {{resolve:${reference}}}`);
  // A secret is named by its ARN, which has seven parts, or by its name, which has one.
  const idLength = parts[0] === 'arn' ? 7 : 1;
  const secretId = parts.slice(0, idLength).join(':');
  const [, jsonKey, versionStage, versionId] = parts.slice(idLength);
  const secret = await sources.secretString(secretId, versionStage || undefined, versionId || undefined);
  if (!jsonKey) return secret;
  const value = (JSON.parse(secret) as Record<string, unknown>)[jsonKey];
  if (value === undefined) {
    throw notCoveredKey(secretId, jsonKey);
  }
  return String(value);
}

function notCoveredKey(secretId: string, key: string): Error {
  return new Error(
    `Could not find a value associated with JSONKey in SecretString: ${secretId} has no ${key}.`,
  );
}
