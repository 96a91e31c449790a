import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LocalCloudError, notCovered } from '../../core/errors.ts';
import { assetFiles } from './assets.ts';
import { NESTED_STACK, type Assembly, type StackDefinition, type Template } from './template.ts';

interface Manifest {
  readonly artifacts?: Readonly<Record<string, ManifestArtifact>>;
}

interface ManifestArtifact {
  readonly type: string;
  readonly properties?: {
    readonly templateFile?: string;
    readonly stackName?: string;
    readonly tags?: Readonly<Record<string, string>>;
  };
}

/**
 * Reads a CDK cloud assembly folder: its manifest, the root template and the nested ones, which are assets.
 * Throws LocalCloudError InvalidAssembly when something is missing, NotCovered for more than one root stack.
 */
export function readAssembly(folder: string): Assembly {
  const absolute = resolve(folder);
  const manifest = readJson<Manifest>(join(absolute, 'manifest.json'));
  const stacks = Object.entries(manifest.artifacts ?? {}).filter(
    ([, artifact]) => artifact.type === 'aws:cloudformation:stack',
  );
  const [first, ...others] = stacks;
  if (!first) throw invalid(`${absolute} holds no stack`);
  if (others.length > 0) {
    throw notCovered(`an assembly with ${stacks.length} root stacks`, 'Put them into one as nested stacks.');
  }
  const [id, { properties }] = first;
  const assets = assetFiles(absolute, id);
  const template = readJson<Template>(join(absolute, properties?.templateFile ?? `${id}.template.json`));
  return {
    folder: absolute,
    stackName: properties?.stackName ?? id,
    tags: properties?.tags ?? {},
    root: readStack(absolute, template, assets, ''),
  };
}

function readStack(
  folder: string,
  template: Template,
  assets: ReadonlyMap<string, string>,
  path: string,
): StackDefinition {
  if (template.Transform !== undefined) throw notCovered(`the Transform of ${path || 'the root template'}`);
  const nested = new Map<string, StackDefinition>();
  for (const [logicalId, resource] of Object.entries(template.Resources ?? {})) {
    if (resource.Type !== NESTED_STACK) continue;
    const here = path === '' ? logicalId : `${path}/${logicalId}`;
    const file = nestedTemplateFile(resource, assets, here);
    nested.set(logicalId, readStack(folder, readJson<Template>(join(folder, file)), assets, here));
  }
  return { template: { ...template, Resources: template.Resources ?? {} }, nested };
}

/** The CDK names the file in the metadata, or else only its hash, at the end of `TemplateURL`. */
function nestedTemplateFile(
  resource: Template['Resources'][string],
  assets: ReadonlyMap<string, string>,
  path: string,
): string {
  const named = resource.Metadata?.['aws:asset:path'];
  if (typeof named === 'string') return named;
  const hash = /([0-9a-f]{64})\.json/.exec(JSON.stringify(resource.Properties?.['TemplateURL'] ?? ''))?.[1];
  const file = hash === undefined ? undefined : assets.get(hash);
  if (file === undefined) throw invalid(`the template of the nested stack ${path} is not among its assets`);
  return file;
}

function readJson<T>(path: string): T {
  if (!existsSync(path)) throw invalid(`${path} does not exist`);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch (cause) {
    throw invalid(`${path} is not JSON`, cause);
  }
}

function invalid(what: string, cause?: unknown): LocalCloudError {
  return new LocalCloudError(
    'InvalidAssembly',
    `This is not a complete cloud assembly: ${what}.`,
    'Synthesize the backend again.',
    cause,
  );
}
