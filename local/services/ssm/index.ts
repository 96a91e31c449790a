export { createSsm } from './service.ts';
