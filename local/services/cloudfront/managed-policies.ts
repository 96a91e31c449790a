import type { ResponseHeadersPolicy } from './response-headers.ts';

const SECURITY = {
  StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, Override: false },
  ContentTypeOptions: { Override: true },
  FrameOptions: { FrameOption: 'SAMEORIGIN', Override: false },
  ReferrerPolicy: { ReferrerPolicy: 'strict-origin-when-cross-origin', Override: false },
  XSSProtection: { Protection: true, ModeBlock: true, Override: false },
};
const SIMPLE_CORS = {
  AccessControlAllowOrigins: { Items: ['*'] },
  AccessControlAllowHeaders: { Items: [] },
  AccessControlAllowMethods: { Items: [] },
  AccessControlAllowCredentials: false,
  OriginOverride: false,
};
const PREFLIGHT_CORS = {
  ...SIMPLE_CORS,
  AccessControlAllowMethods: { Items: ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'] },
  AccessControlExposeHeaders: { Items: ['*'] },
};

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html */
export const MANAGED_RESPONSE_HEADERS: readonly (readonly [string, ResponseHeadersPolicy])[] = [
  ['67f7725c-6f97-4210-82d7-5512b31e9d03', { SecurityHeadersConfig: SECURITY }],
  ['60669652-455b-4ae9-85a4-c4c02393f86c', { CorsConfig: SIMPLE_CORS }],
  ['5cc3b908-e619-4b99-88e5-2cf7f45965bd', { CorsConfig: PREFLIGHT_CORS }],
  ['e61eb60c-9c35-4d20-a928-2b84e02af89c', { CorsConfig: SIMPLE_CORS, SecurityHeadersConfig: SECURITY }],
  ['eaab4381-ed33-4a86-88ca-d9558dc6cd63', { CorsConfig: PREFLIGHT_CORS, SecurityHeadersConfig: SECURITY }],
];
