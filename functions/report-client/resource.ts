import { defineNodeFunction } from '../shared/node-function.ts';

export const reportClient = defineNodeFunction({
  folder: import.meta.dirname,
  description: 'Notes down errors and Web Vitals of browsers',
  resourceGroupName: 'data',
  timeoutSeconds: 10,
  memoryMB: 256,
});
