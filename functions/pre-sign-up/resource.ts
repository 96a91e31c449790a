import { defineNodeFunction } from '../shared/node-function.ts';

export const preSignUp = defineNodeFunction({
  folder: import.meta.dirname,
  description: 'Refuses a taken or invalid handle before the account exists',
  resourceGroupName: 'auth',
  timeoutSeconds: 5,
  memoryMB: 512,
});
