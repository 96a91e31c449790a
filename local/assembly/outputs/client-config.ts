import { LocalCloudError } from '../../core/errors.ts';
import type { DeployedStack } from '../deploy/deployment.ts';

/** The content of `amplify_outputs.json`. */
export type AmplifyOutputs = Readonly<Record<string, unknown>>;

/** Reads an object of a bucket; undefined when there is none. */
export type ObjectReader = (bucket: string, key: string) => Promise<string | undefined>;

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * Makes `amplify_outputs.json` of a deployed stack with Amplify's own generator, which asks three AWS clients: they are
 * answered here from the stack's metadata and outputs, without any network.
 * Throws LocalCloudError when the generator asks for something else.
 */
export async function generateOutputs(
  stack: DeployedStack,
  readObject: ObjectReader,
): Promise<AmplifyOutputs> {
  const { generateClientConfig, DEFAULT_CLIENT_CONFIG_VERSION } = await import('@aws-amplify/client-config');
  const clients = {
    getCloudFormationClient: () => ({ send: (command: Command) => Promise.resolve(answer(stack, command)) }),
    getS3Client: () => ({ send: (command: Command) => getObject(command, readObject) }),
    getAmplifyClient: () => ({ send: (command: Command) => Promise.reject(unexpected(command)) }),
  };
  const identifier = { stackName: stack.name };
  const config = await generateClientConfig(identifier, DEFAULT_CLIENT_CONFIG_VERSION, clients as never);
  return config as unknown as AmplifyOutputs;
}

function answer(stack: DeployedStack, command: Command): unknown {
  switch (command.constructor.name) {
    case 'GetTemplateSummaryCommand':
      return { Metadata: JSON.stringify(stack.metadata) };
    case 'DescribeStacksCommand': {
      const Outputs = Object.entries(stack.outputs).map(([OutputKey, value]) => ({
        OutputKey,
        OutputValue: String(value),
      }));
      return { Stacks: [{ StackName: stack.name, StackStatus: 'UPDATE_COMPLETE', Outputs }] };
    }
    default:
      throw unexpected(command);
  }
}

async function getObject(command: Command, readObject: ObjectReader): Promise<unknown> {
  if (command.constructor.name !== 'GetObjectCommand') throw unexpected(command);
  const { Bucket, Key } = command.input as { Bucket: string; Key: string };
  const content = await readObject(Bucket, Key);
  if (content === undefined) {
    throw new LocalCloudError(
      'NoSuchObject',
      `No asset of the assembly is deployed to s3://${Bucket}/${Key}.`,
      'Synthesize the backend again.',
    );
  }
  return { Body: { transformToString: () => Promise.resolve(content) } };
}

function unexpected(command: Command): LocalCloudError {
  return new LocalCloudError(
    'UnexpectedCommand',
    `Amplify's generator sent ${command.constructor.name}, which is not answered here.`,
    'Answer it in local/assembly/outputs/client-config.ts.',
  );
}
