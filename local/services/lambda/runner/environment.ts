import type { CloudContext, TemporaryCredentials } from '../../../core/context.ts';
import type { XRay } from '../../xray/index.ts';
import type { FunctionConfig } from '../functions.ts';

/** A function's whole environment: its own variables and those of Lambda; nothing of the developer's. */
export function createEnvironment(
  cloud: CloudContext,
  config: FunctionConfig,
  codeFolder: string,
  logStream: string,
  credentials: TemporaryCredentials,
): Record<string, string> {
  return {
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    ...config.environment,
    _HANDLER: config.handler,
    LAMBDA_TASK_ROOT: codeFolder,
    AWS_REGION: cloud.region,
    AWS_DEFAULT_REGION: cloud.region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${config.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: config.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(config.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${config.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    // The SDK finds every service here: the gateway tells them apart by the signature's scope.
    AWS_ENDPOINT_URL: cloud.baseUrl,
    // A browser that posts a form sends no signature but inside it: S3's addresses carry the service's name.
    AWS_ENDPOINT_URL_S3: `${cloud.baseUrl}/s3`,
    AWS_EC2_METADATA_DISABLED: 'true',
    ...(config.traced && {
      AWS_XRAY_DAEMON_ADDRESS: cloud.service<XRay>('xray').daemonAddress(),
      AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
    }),
  };
}
