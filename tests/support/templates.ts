import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TemplateResource {
  Type: string;
  Properties: Record<string, any>;
  DeletionPolicy?: string;
  DependsOn?: string | string[];
}

export interface FoundResource extends TemplateResource {
  template: string;
  logicalId: string;
}

/** Every resource of an assembly, nested stacks included. */
export function resourcesOf(assembly: string): FoundResource[] {
  return readdirSync(assembly)
    .filter((file) => file.endsWith('.template.json'))
    .flatMap((template) => {
      const { Resources = {} } = JSON.parse(readFileSync(join(assembly, template), 'utf8')) as {
        Resources?: Record<string, TemplateResource>;
      };
      return Object.entries(Resources).map(([logicalId, resource]) => ({
        ...resource,
        Properties: resource.Properties ?? {},
        template,
        logicalId,
      }));
    });
}

export interface FoundStatement {
  /** The logical id of the policy or role that holds it. */
  owner: string;
  effect: string;
  actions: string[];
  resources: unknown[];
}

/** The statements of every inline policy of an assembly. */
export function statementsOf(resources: readonly FoundResource[]): FoundStatement[] {
  return resources.flatMap((resource) => {
    const documents =
      resource.Type === 'AWS::IAM::Policy'
        ? [resource.Properties['PolicyDocument']]
        : resource.Type === 'AWS::IAM::Role'
          ? (resource.Properties['Policies'] ?? []).map((policy: any) => policy.PolicyDocument)
          : [];
    return documents.flatMap((document: any) =>
      document.Statement.map((statement: any) => ({
        owner: resource.logicalId,
        effect: statement.Effect as string,
        actions: [statement.Action].flat() as string[],
        resources: [statement.Resource].flat() as unknown[],
      })),
    );
  });
}
