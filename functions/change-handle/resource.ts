import { defineNodeFunction } from '../shared/node-function.ts';

export const changeHandle = defineNodeFunction({
  folder: import.meta.dirname,
  description: 'Gives the caller another handle',
  resourceGroupName: 'data',
  timeoutSeconds: 28,
  memoryMB: 512,
});
