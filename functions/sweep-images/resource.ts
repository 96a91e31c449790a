import { defineNodeFunction } from '../shared/node-function.ts';

export const sweepImages = defineNodeFunction({
  folder: import.meta.dirname,
  description: 'Deletes the files of pictures that nobody shows any more',
  resourceGroupName: 'images',
  timeoutSeconds: 300,
  memoryMB: 256,
});
