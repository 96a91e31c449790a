import { defineNodeFunction } from '../shared/node-function.ts';

export const processImage = defineNodeFunction({
  folder: import.meta.dirname,
  description: 'Makes avatars and covers of uploaded files',
  resourceGroupName: 'images',
  // Measured with `npm run bench -- images`: see docs/adr/0008.
  timeoutSeconds: 90,
  memoryMB: 1769,
  native: ['sharp'],
});
