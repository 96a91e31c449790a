import { delimiter } from 'node:path';
import type { LocalCloud } from '../../local/cloud.ts';

export interface Push {
  readonly branch: string;
  readonly appId: string;
  readonly commit: string;
}

/** What Amplify's build image sets, on top of a plain machine: none of this project's own programs in the path. */
export function buildEnvironment(root: string, push: Push, region: string): NodeJS.ProcessEnv {
  const { HOME, LANG, TMPDIR, PATH = '' } = process.env;
  return {
    HOME,
    LANG,
    TMPDIR,
    PATH: PATH.split(delimiter)
      .filter((folder) => !folder.startsWith(root))
      .join(delimiter),
    CI: 'true',
    AWS_APP_ID: push.appId,
    AWS_BRANCH: push.branch,
    AWS_BRANCH_ARN: `arn:aws:amplify:${region}:000000000000:apps/${push.appId}/branches/${push.branch}`,
    AWS_CLONE_URL: 'https://example.com/cruddur.git',
    AWS_COMMIT_ID: push.commit,
    AWS_JOB_ID: '0000000001',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  };
}

/** What points AWS's own tools at a local cloud. */
export function accountEnvironment(cloud: LocalCloud): NodeJS.ProcessEnv {
  const { accessKeyId, secretAccessKey } = cloud.developerCredentials;
  return {
    AWS_ENDPOINT_URL: cloud.baseUrl,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_REGION: cloud.context.region,
    AMPLIFY_DISABLE_TELEMETRY: '1',
  };
}
