import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Template } from './read/template.ts';

/** A template for tests; a nested stack's resource may hold its template under `Nested`. */
export type SampleTemplate = Omit<Template, 'Resources'> & {
  Resources: Record<string, Record<string, unknown> & { Type: string; Nested?: SampleTemplate }>;
};

/** Writes a cloud assembly as the CDK lays it out. Returns its folder. */
export function writeAssembly(folder: string, root: SampleTemplate): string {
  mkdirSync(folder, { recursive: true });
  const files: Record<string, { source: { path: string } }> = {};
  const write = (template: SampleTemplate, name: string): void => {
    const Resources: Record<string, unknown> = {};
    for (const [logicalId, { Nested, ...resource }] of Object.entries(template.Resources)) {
      Resources[logicalId] = resource;
      if (Nested) {
        const hash = createHash('sha256').update(`${name}/${logicalId}`).digest('hex');
        files[hash] = { source: { path: `${logicalId}.nested.template.json` } };
        const Properties = {
          ...(resource['Properties'] as object),
          TemplateURL: { 'Fn::Join': ['', ['https://x/', `${hash}.json`]] },
        };
        Resources[logicalId] = { ...resource, Properties };
        write(Nested, `${logicalId}.nested.template.json`);
      }
    }
    writeFileSync(join(folder, name), JSON.stringify({ ...template, Resources }));
  };
  write(root, 'sample.template.json');
  writeFileSync(join(folder, 'sample.assets.json'), JSON.stringify({ files }));
  const artifacts = {
    sample: { type: 'aws:cloudformation:stack', properties: { templateFile: 'sample.template.json' } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '1', artifacts }));
  return folder;
}

/** A function with that code, and `Role`, the role that it has. */
export function sampleFunction(
  name: string,
  code: string,
  policies: readonly unknown[] = [],
): SampleTemplate['Resources'] {
  return {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        },
        Policies: policies,
      },
    },
    [name]: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { ZipFile: code },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      },
    },
  };
}
