export { createSqs } from './service.ts';
