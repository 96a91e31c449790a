import type { Parameter, ParameterStore, ParameterVersion } from './store.ts';

/** A parameter with its value, as the Get operations answer it. SecureStrings stay sealed unless asked for. */
export function present(
  store: ParameterStore,
  { parameter, version }: { parameter: Parameter; version: ParameterVersion },
  withDecryption: boolean | undefined,
): Record<string, unknown> {
  const sealed = version.type === 'SecureString' && !withDecryption;
  return {
    Name: parameter.name,
    Type: version.type,
    Value: sealed
      ? Buffer.from(`sealed:${parameter.name}:${version.version}`).toString('base64')
      : version.value,
    Version: version.version,
    LastModifiedDate: version.lastModified,
    ARN: store.arnOf(parameter.name),
    DataType: parameter.dataType,
  };
}
