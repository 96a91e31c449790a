import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineFunction } from '@aws-amplify/backend';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { copyNativePackages } from './native/copy-packages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface NodeFunctionOptions {
  /** The function's folder; `handler.ts` stands in it, and the function has its name. */
  folder: string;
  description: string;
  /** The stack that it stands in: the one of the resources that it touches. */
  resourceGroupName: string;
  timeoutSeconds: number;
  memoryMB: number;
  /** Folders of this repository that travel in the bundle, for example `sql/migrations`. */
  include?: readonly string[];
  /** Packages with binaries, which cannot be bundled, for example `sharp`. */
  native?: readonly string[];
}

/**
 * An Amplify function that may import `.sql` files. `defineFunction`'s own bundling knows no loaders, so this one
 * brings its own `NodejsFunction`.
 */
export function defineNodeFunction(options: NodeFunctionOptions) {
  const name = basename(options.folder);
  return defineFunction(
    (scope) =>
      new NodejsFunction(scope, name, {
        description: options.description,
        entry: join(options.folder, 'handler.ts'),
        projectRoot: root,
        depsLockFilePath: join(root, 'package-lock.json'),
        runtime: Runtime.NODEJS_24_X,
        architecture: Architecture.ARM_64,
        memorySize: options.memoryMB,
        timeout: Duration.seconds(options.timeoutSeconds),
        environment: { NODE_OPTIONS: '--enable-source-maps', POWERTOOLS_SERVICE_NAME: name },
        tracing: Tracing.ACTIVE,
        // Lambda's own group would keep its lines, and cost, for ever.
        logGroup: new LogGroup(scope, `${name}-logs`, {
          retention: RetentionDays.ONE_MONTH,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        bundling: {
          format: OutputFormat.ESM,
          target: 'node24',
          minify: true,
          keepNames: true,
          sourceMap: true,
          mainFields: ['module', 'main'],
          loader: { '.sql': 'text' },
          // The AWS SDK has CommonJS parts; ESM bundles lack `require`.
          banner:
            "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);",
          // Bundled, not taken from the runtime: what was tested is what runs.
          bundleAwsSDK: true,
          externalModules: [...(options.native ?? [])],
          commandHooks: {
            beforeBundling: () => [],
            beforeInstall: () => [],
            afterBundling(_inputFolder, outputFolder) {
              for (const folder of options.include ?? []) {
                cpSync(join(root, folder), join(outputFolder, basename(folder)), { recursive: true });
              }
              if (options.native) copyNativePackages(root, options.native, outputFolder);
              return [];
            },
          },
        },
      }),
    { resourceGroupName: options.resourceGroupName },
  );
}
