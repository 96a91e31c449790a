import { defineNodeFunction } from '../shared/node-function.ts';

export const ensureProfile = defineNodeFunction({
  folder: import.meta.dirname,
  description: 'Creates the profile of the caller when post-confirmation could not',
  resourceGroupName: 'data',
  timeoutSeconds: 25,
  memoryMB: 512,
});
