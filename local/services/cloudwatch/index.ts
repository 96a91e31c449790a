export { createCloudWatch } from './service.ts';
