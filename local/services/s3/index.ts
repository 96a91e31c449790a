export { renderS3Error } from './http/error-response.ts';
export { headersOfOutput } from './in-process.ts';
export { createS3 } from './service.ts';
