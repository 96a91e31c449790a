import { defineNodeFunction } from '../shared/node-function.ts';

export const deleteAccount = defineNodeFunction({
  folder: import.meta.dirname,
  description: 'Deletes the account of the caller and everything that is theirs',
  resourceGroupName: 'data',
  timeoutSeconds: 28,
  memoryMB: 512,
});
