export { createLambda } from './service.ts';
