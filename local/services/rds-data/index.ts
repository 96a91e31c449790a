export { createRdsData, type RdsData, type RdsDataOptions } from './service.ts';
