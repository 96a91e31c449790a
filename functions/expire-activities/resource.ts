import { defineNodeFunction } from '../shared/node-function.ts';

export const expireActivities = defineNodeFunction({
  folder: import.meta.dirname,
  description: 'Deletes cruds that have expired, with all that hangs on them',
  resourceGroupName: 'database',
  timeoutSeconds: 300,
  memoryMB: 256,
});
