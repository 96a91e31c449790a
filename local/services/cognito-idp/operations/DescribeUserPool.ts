import type { Operation } from '../../../core/service.ts';
import { poolOperation } from '../define.ts';
import type { Idp } from '../idp.ts';
import type { AttributeSchema } from '../pool.ts';

interface Input {
  readonly UserPoolId?: string;
}

/** Template properties that the wire shows under the same name. */
const SAME = [
  'AccountRecoverySetting',
  'AdminCreateUserConfig',
  'AliasAttributes',
  'AutoVerifiedAttributes',
  'DeletionProtection',
  'EmailConfiguration',
  'EmailVerificationMessage',
  'EmailVerificationSubject',
  'LambdaConfig',
  'SmsVerificationMessage',
  'UserAttributeUpdateSettings',
  'UsernameAttributes',
  'UsernameConfiguration',
  'UserPoolTags',
  'UserPoolTier',
  'VerificationMessageTemplate',
];

/** A pool's settings. */
export function DescribeUserPool(idp: Idp): Operation<Input> {
  return poolOperation<Input>(idp, 'DescribeUserPool', (pool) => {
    const created = idp.store.poolCreated(pool.id, idp.cloud.clock.now()) / 1000;
    const policy = pool.passwordPolicy;
    return {
      UserPool: {
        ...Object.fromEntries(
          SAME.filter((name) => name in pool.properties).map((name) => [name, pool.properties[name]]),
        ),
        Id: pool.id,
        Name: pool.name,
        Arn: pool.arn,
        CreationDate: created,
        LastModifiedDate: created,
        EstimatedNumberOfUsers: idp.store.users.count(pool.id),
        MfaConfiguration: pool.mfa,
        Policies: {
          PasswordPolicy: {
            MinimumLength: policy.minimumLength,
            RequireUppercase: policy.requireUppercase,
            RequireLowercase: policy.requireLowercase,
            RequireNumbers: policy.requireNumbers,
            RequireSymbols: policy.requireSymbols,
            TemporaryPasswordValidityDays: policy.temporaryPasswordValidityDays,
          },
        },
        SchemaAttributes: [...pool.schema.values()].map(presentSchema),
      },
    };
  });
}

function presentSchema(schema: AttributeSchema): Record<string, unknown> {
  const text = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : String(value);
  return {
    Name: schema.name,
    AttributeDataType: schema.type,
    DeveloperOnlyAttribute: false,
    Mutable: schema.mutable,
    Required: schema.required,
    ...(schema.type === 'String' && {
      StringAttributeConstraints: { MinLength: text(schema.min), MaxLength: text(schema.max) },
    }),
    ...(schema.type === 'Number' && {
      NumberAttributeConstraints: { MinValue: text(schema.min), MaxValue: text(schema.max) },
    }),
  };
}
