import { defineNodeFunction } from '../shared/node-function.ts';

export const migrate = defineNodeFunction({
  folder: import.meta.dirname,
  description: 'Applies sql/migrations to the database during a deploy',
  resourceGroupName: 'database',
  timeoutSeconds: 840,
  memoryMB: 512,
  include: ['sql/migrations'],
});
