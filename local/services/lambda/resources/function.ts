import { createHash } from 'node:crypto';
import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';
import type { FunctionCode, FunctionConfig, FunctionRegistry } from '../functions.ts';
import type { InstancePool } from '../runner/pool.ts';

interface Properties {
  FunctionName?: string;
  Runtime?: string;
  Handler?: string;
  Timeout?: number | string;
  MemorySize?: number | string;
  Environment?: { Variables?: Record<string, unknown> };
  Role: string;
  Code: FunctionCode;
  Layers?: string[];
  Architectures?: string[];
  ReservedConcurrentExecutions?: number | string;
  TracingConfig?: { Mode?: string };
}

/** `AWS::Lambda::Function`, of any runtime: which of them can run shows when they are invoked. */
export function functionResource(
  registry: FunctionRegistry,
  pool: InstancePool,
): ResourceHandler<Properties> {
  return {
    types: ['AWS::Lambda::Function'],
    covers: {
      honoured: [
        'FunctionName',
        'Runtime',
        'Handler',
        'Timeout',
        'MemorySize',
        'Environment',
        'Role',
        'Code',
        'Layers',
        'Architectures',
        'ReservedConcurrentExecutions',
        'TracingConfig',
      ],
      withoutEffect: {
        'it describes': [
          'Description',
          'Tags',
          'PackageType',
          'RuntimeManagementConfig',
          'CodeSigningConfigArn',
        ],
        'logs go to the console': ['LoggingConfig'],
        'everything talks over the loopback interface': ['VpcConfig'],
        'the disk is the machine’s': ['EphemeralStorage'],
        'nothing is encrypted by a key of KMS': ['KmsKeyArn'],
        'an instance starts in milliseconds': ['SnapStart'],
        'Lambda’s guard against loops is not needed where nothing is billed': ['RecursiveLoop'],
      },
    },
    async apply({ address, logicalId, properties }) {
      const name = properties.FunctionName ?? `${logicalId.slice(0, 51)}-${stableId(address, 12)}`;
      const config: FunctionConfig = {
        name,
        arn: registry.arnOf(name),
        runtime: properties.Runtime,
        handler: properties.Handler ?? '',
        timeoutSeconds: Number(properties.Timeout ?? 3),
        memoryMb: Number(properties.MemorySize ?? 128),
        environment: Object.fromEntries(
          Object.entries(properties.Environment?.Variables ?? {}).map(([key, value]) => [key, String(value)]),
        ),
        roleArn: properties.Role,
        code: properties.Code,
        layers: properties.Layers ?? [],
        architecture: properties.Architectures?.[0] ?? 'x86_64',
        reservedConcurrency:
          properties.ReservedConcurrentExecutions === undefined
            ? undefined
            : Number(properties.ReservedConcurrentExecutions),
        traced: properties.TracingConfig?.Mode === 'Active',
        fingerprint: createHash('sha256').update(JSON.stringify(properties)).digest('hex'),
      };
      const changed = registry.functions.get(name)?.fingerprint !== config.fingerprint;
      registry.functions.set(name, config);
      if (changed) await pool.retire(name);
      return { ref: name, attributes: { Arn: config.arn } };
    },
    async remove({ previousOutput }) {
      if (!previousOutput) return;
      registry.functions.delete(previousOutput.ref);
      await pool.retire(previousOutput.ref);
    },
  };
}
