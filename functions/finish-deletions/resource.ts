import { defineNodeFunction } from '../shared/node-function.ts';

export const finishDeletions = defineNodeFunction({
  folder: import.meta.dirname,
  description: 'Finishes deletions of accounts that were interrupted',
  resourceGroupName: 'data',
  timeoutSeconds: 600,
  memoryMB: 512,
});
