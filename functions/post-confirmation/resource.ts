import { defineNodeFunction } from '../shared/node-function.ts';

export const postConfirmation = defineNodeFunction({
  folder: import.meta.dirname,
  description: 'Gives a confirmed person their handle, and a profile when the database is awake',
  resourceGroupName: 'auth',
  timeoutSeconds: 5,
  memoryMB: 512,
});
