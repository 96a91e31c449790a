import { renameSync, writeFileSync } from 'node:fs';

/**
 * Adds to the content of an `amplify_outputs.json` what Amplify's format can't say of a local cloud: where Cognito is, under
 * `custom.local_endpoints` (src/app/local-endpoints.ts reads it), and that its addresses are plain http.
 */
export function withLocalEndpoints(outputs: object, baseUrl: string): object {
  const text = JSON.stringify(outputs).replaceAll(baseUrl.replace(/^http:/, 'https:'), baseUrl);
  const plain = JSON.parse(text) as { custom?: object };
  return {
    ...plain,
    custom: {
      ...plain.custom,
      local_endpoints: {
        user_pool: `${baseUrl}/cognito-idp/`,
        identity_pool: `${baseUrl}/cognito-identity/`,
      },
    },
  };
}

/** Writes it whole or not at all. */
export function writeOutputsFile(file: string, outputs: object): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(outputs, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
