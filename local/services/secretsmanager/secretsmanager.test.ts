import { describe, expect, it } from 'vitest';
import { applyResource, createTestContext } from '../../core/testing.ts';
import { createSecretsManager, resolveSecretReferences } from './index.ts';

const developer = { kind: 'developer' } as const;
const GENERATED = {
  GenerateSecretString: {
    SecretStringTemplate: '{"username":"master"}',
    GenerateStringKey: 'password',
    PasswordLength: 30,
    ExcludeCharacters: ' %+~`#$&*()|[]{}:;<>?!\'/@"\\',
  },
};

describe('secrets of a template', () => {
  it('are generated once, survive a restart, and change when their definition does', async () => {
    await using cloud = createTestContext();
    const service = cloud.register(createSecretsManager(cloud));
    const { ref } = await applyResource(service, 'AWS::SecretsManager::Secret', 'Secret', GENERATED);
    expect(ref).toMatch(
      /^arn:aws:secretsmanager:us-east-1:000000000000:secret:Secret-[a-z0-9]{12}-[A-Za-z0-9]{6}$/,
    );
    const first = JSON.parse(service.store.currentString(ref));
    expect(first.username).toBe('master');
    expect(first.password).toMatch(/^[A-Za-z0-9,.=^_-]{30}$/);

    const again = createSecretsManager(createTestContext({ stateRoot: cloud.stateRoot }));
    expect((await applyResource(again, 'AWS::SecretsManager::Secret', 'Secret', GENERATED)).ref).toBe(ref);
    expect(JSON.parse(again.store.currentString(ref))).toEqual(first);

    const longer = { GenerateSecretString: { ...GENERATED.GenerateSecretString, PasswordLength: 40 } };
    await applyResource(again, 'AWS::SecretsManager::Secret', 'Secret', longer);
    expect(JSON.parse(again.store.currentString(ref)).password).toHaveLength(40);
  });

  it('can be named in dynamic references', async () => {
    await using cloud = createTestContext();
    const service = cloud.register(createSecretsManager(cloud));
    const { ref } = await applyResource(service, 'AWS::SecretsManager::Secret', 'Secret', GENERATED);
    const { password } = JSON.parse(service.store.currentString(ref));
    const text = `{{resolve:secretsmanager:${ref}:SecretString:username::}}/{{resolve:secretsmanager:${ref}:SecretString:password::}}`;
    expect(resolveSecretReferences(service.store, text)).toBe(`master/${password}`);
    expect(() =>
      resolveSecretReferences(service.store, '{{resolve:secretsmanager:none:SecretString:a::}}'),
    ).toThrow(expect.objectContaining({ code: 'ResourceNotFoundException' }));
  });
});

describe('the wire operations', () => {
  it('put, stage, read, list and delete', async () => {
    await using cloud = createTestContext();
    cloud.register(createSecretsManager(cloud));
    const call = (operation: string, input: object): Promise<any> =>
      cloud.call(developer, 'secretsmanager', operation, input);

    const { ARN } = await call('CreateSecret', { Name: 'a/b', SecretString: 'one' });
    await call('PutSecretValue', { SecretId: ARN, SecretString: 'two' });
    expect((await call('GetSecretValue', { SecretId: 'a/b' })).SecretString).toBe('two');
    expect((await call('GetSecretValue', { SecretId: ARN, VersionStage: 'AWSPREVIOUS' })).SecretString).toBe(
      'one',
    );
    expect(cloud.authorized.at(-1)?.permission).toEqual({
      action: 'secretsmanager:GetSecretValue',
      resource: ARN,
    });
    await expect(call('CreateSecret', { Name: 'a/b' })).rejects.toMatchObject({
      code: 'ResourceExistsException',
    });
    expect((await call('ListSecrets', {})).SecretList).toMatchObject([{ Name: 'a/b' }]);

    await call('DeleteSecret', { SecretId: ARN });
    await expect(call('GetSecretValue', { SecretId: ARN })).rejects.toMatchObject({
      code: 'InvalidRequestException',
    });
    await call('DeleteSecret', { SecretId: ARN, ForceDeleteWithoutRecovery: true });
    await expect(call('GetSecretValue', { SecretId: ARN })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      message: "Secrets Manager can't find the specified secret.",
    });
  });

  it('makes passwords by the rules asked for, or refuses', async () => {
    await using cloud = createTestContext();
    cloud.register(createSecretsManager(cloud));
    const make = (input: object): Promise<any> =>
      cloud.call(developer, 'secretsmanager', 'GetRandomPassword', input);
    const only = { ExcludeLowercase: true, ExcludeUppercase: true, ExcludePunctuation: true };
    expect((await make({ ...only, PasswordLength: 12 })).RandomPassword).toMatch(/^\d{12}$/);
    await expect(make({ ...only, ExcludeNumbers: true })).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
  });
});
