export { createCloudFront } from './service.ts';
