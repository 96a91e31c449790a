import { defineNodeFunction } from '../shared/node-function.ts';

export const countGraphemes = defineNodeFunction({
  folder: import.meta.dirname,
  description: 'Counts the characters of long texts for resolvers',
  resourceGroupName: 'data',
  timeoutSeconds: 5,
  memoryMB: 256,
});
