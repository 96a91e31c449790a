export { createXRay, type XRay } from './service.ts';
