import { defineNodeFunction } from '../shared/node-function.ts';

export const issueUpload = defineNodeFunction({
  folder: import.meta.dirname,
  description: 'Allows the caller to upload one picture',
  resourceGroupName: 'data',
  timeoutSeconds: 28,
  memoryMB: 512,
});
