export type { AttachmentTargets } from './resources/target-attachment.ts';
export { createSecretsManager, type SecretsManager } from './service.ts';
export { resolveSecretReferences } from './dynamic-reference.ts';
