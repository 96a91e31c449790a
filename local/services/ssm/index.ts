export { createSsm, type Ssm } from './service.ts';
