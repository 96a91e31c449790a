import { defineNodeFunction } from '../shared/node-function.ts';

export const removeImage = defineNodeFunction({
  folder: import.meta.dirname,
  description: 'Takes the avatar or cover of the caller away',
  resourceGroupName: 'data',
  timeoutSeconds: 28,
  memoryMB: 512,
});
