export { createSecretsManager, type SecretsManager } from './service.ts';
export { resolveSecretReferences } from './dynamic-reference.ts';
