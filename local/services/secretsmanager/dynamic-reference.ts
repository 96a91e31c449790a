import { AwsError } from '../../core/errors.ts';
import type { SecretStore } from './store.ts';

const REFERENCE =
  /\{\{resolve:secretsmanager:((?:arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:[^:}]+)|[^:}]+)(?::([^:}]*))?(?::([^:}]*))?(?::([^:}]*))?(?::([^:}]*))?\}\}/g;

/**
 * Replaces CloudFormation's `{{resolve:secretsmanager:id:SecretString:key:stage:version}}` in a property.
 * Throws ResourceNotFoundException, or ValidationError for a key that the secret's JSON lacks.
 */
export function resolveSecretReferences(store: SecretStore, text: string): string {
  return text.replace(
    REFERENCE,
    (_all, id: string, kind?: string, key?: string, stage?: string, version?: string) => {
      if (kind && kind !== 'SecretString') {
        throw new AwsError('ValidationError', `Invalid dynamic reference: ${kind} is not supported`);
      }
      const found = store.version(store.get(id), { id: version || undefined, stage: stage || undefined });
      const string = found.string ?? '';
      if (!key) return string;
      const value = (JSON.parse(string) as Record<string, unknown>)[key];
      if (value === undefined) {
        throw new AwsError(
          'ValidationError',
          `Could not find a value associated with JSONKey in SecretString`,
        );
      }
      return String(value);
    },
  );
}
