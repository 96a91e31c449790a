import { notCovered } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';
import type { Idp } from '../idp.ts';
import type { RecoveryName, UserPool as Pool } from '../pool.ts';
import { poolMessages } from './poolMessages.ts';
import type { MessageProperties } from './poolMessages.ts';
import { poolSchema } from './poolSchema.ts';
import type { SchemaProperty } from './poolSchema.ts';
import { poolTriggers } from './poolTriggers.ts';
import type { LambdaConfig } from './poolTriggers.ts';
import { readBoolean, readNumber } from './properties.ts';

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

interface Properties extends MessageProperties {
  readonly UserPoolName?: string;
  readonly AccountRecoverySetting?: {
    readonly RecoveryMechanisms?: readonly { readonly Name: RecoveryName; readonly Priority: number }[];
  };
  readonly AliasAttributes?: readonly string[];
  readonly AutoVerifiedAttributes?: readonly string[];
  readonly DeviceConfiguration?: { readonly ChallengeRequiredOnNewDevice?: boolean };
  readonly EnabledMfas?: readonly string[];
  readonly LambdaConfig?: LambdaConfig;
  readonly MfaConfiguration?: Pool['mfa'];
  readonly Policies?: {
    readonly PasswordPolicy?: Readonly<Record<string, unknown>>;
    readonly SignInPolicy?: { readonly AllowedFirstAuthFactors?: readonly string[] };
  };
  readonly Schema?: readonly SchemaProperty[];
  readonly UserAttributeUpdateSettings?: {
    readonly AttributesRequireVerificationBeforeUpdate?: readonly string[];
  };
  readonly UsernameAttributes?: readonly string[];
  readonly UsernameConfiguration?: { readonly CaseSensitive?: boolean | string };
  readonly UserPoolAddOns?: { readonly AdvancedSecurityMode?: string };
}

/** AWS::Cognito::UserPool. */
export function UserPool(idp: Idp): ResourceHandler<Properties> {
  return {
    types: ['AWS::Cognito::UserPool'],
    covers: {
      honoured: [
        'UserPoolName',
        'AccountRecoverySetting',
        'AdminCreateUserConfig',
        'AliasAttributes',
        'AutoVerifiedAttributes',
        'DeviceConfiguration',
        'EnabledMfas',
        'LambdaConfig',
        'MfaConfiguration',
        'Policies',
        'Schema',
        'UserAttributeUpdateSettings',
        'UsernameAttributes',
        'UsernameConfiguration',
        'UserPoolAddOns',
        'EmailVerificationMessage',
        'EmailVerificationSubject',
        'SmsVerificationMessage',
        'VerificationMessageTemplate',
      ],
      withoutEffect: {
        'messages stay in the inbox of this machine, whoever would send them': [
          'EmailConfiguration',
          'SmsConfiguration',
        ],
        'MFA by message is refused at the sign-in': [
          'SmsAuthenticationMessage',
          'EmailAuthenticationMessage',
          'EmailAuthenticationSubject',
        ],
        'nothing is billed': ['UserPoolTier'],
        'it describes': ['UserPoolTags'],
        'pools go by their template alone': ['DeletionProtection'],
      },
    },
    apply({ address, logicalId, properties }) {
      refuseUncovered(properties);
      const { region, accountId, clock } = idp.cloud;
      const shortId = stableId(address, 9, ALPHANUMERIC);
      const id = `${region}_${shortId}`;
      const arn = `arn:aws:cognito-idp:${region}:${accountId}:userpool/${id}`;
      const providerName = `cognito-idp.${region}.amazonaws.com/${id}`;
      idp.registry.putPool({
        id,
        shortId,
        arn,
        address,
        name: properties.UserPoolName ?? logicalId,
        issuer: `https://${providerName}`,
        schema: poolSchema(properties.Schema),
        usernameAttributes: properties.UsernameAttributes ?? [],
        aliasAttributes: properties.AliasAttributes ?? [],
        autoVerified: properties.AutoVerifiedAttributes ?? [],
        // CloudFormation's default is a pool that tells Ada from ada.
        caseSensitive: readBoolean(properties.UsernameConfiguration?.CaseSensitive, true),
        passwordPolicy: passwordPolicy(properties),
        adminCreateOnly: readBoolean(properties.AdminCreateUserConfig?.AllowAdminCreateUserOnly, false),
        mfa: properties.MfaConfiguration ?? 'OFF',
        enabledMfas: properties.EnabledMfas ?? [],
        recovery: recovery(properties),
        verifyBeforeUpdate:
          properties.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? [],
        ...poolTriggers(properties.LambdaConfig),
        messages: poolMessages(properties),
        properties: properties as unknown as Record<string, unknown>,
      });
      idp.store.poolCreated(id, clock.now());
      return {
        ref: id,
        attributes: {
          Arn: arn,
          ProviderName: providerName,
          ProviderURL: `https://${providerName}`,
          UserPoolId: id,
        },
      };
    },
    // Its users stay in the state folder: the id comes from the address, so a pool that returns has them again.
    remove: ({ address }) => idp.registry.removePool(address),
  };
}

/** Throws `NotCovered` for settings that would otherwise silently do nothing. */
function refuseUncovered(properties: Properties): void {
  if (readNumber(properties.Policies?.PasswordPolicy?.['PasswordHistorySize'], 0) > 0) {
    throw notCovered('the password history of a Cognito user pool');
  }
  const factor = properties.Policies?.SignInPolicy?.AllowedFirstAuthFactors?.find(
    (one) => one !== 'PASSWORD',
  );
  if (factor) throw notCovered(`signing in to a Cognito user pool by ${factor}`);
  if (properties.DeviceConfiguration) throw notCovered('the device tracking of a Cognito user pool');
  if (!['OFF', undefined].includes(properties.UserPoolAddOns?.AdvancedSecurityMode)) {
    throw notCovered('the threat protection of a Cognito user pool');
  }
  if (properties.VerificationMessageTemplate?.DefaultEmailOption === 'CONFIRM_WITH_LINK') {
    throw notCovered('confirming a Cognito sign-up with a link');
  }
}

function passwordPolicy({ Policies }: Properties): Pool['passwordPolicy'] {
  const policy = Policies?.PasswordPolicy;
  return {
    minimumLength: readNumber(policy?.['MinimumLength'], 8),
    requireUppercase: readBoolean(policy?.['RequireUppercase'], policy === undefined),
    requireLowercase: readBoolean(policy?.['RequireLowercase'], policy === undefined),
    requireNumbers: readBoolean(policy?.['RequireNumbers'], policy === undefined),
    requireSymbols: readBoolean(policy?.['RequireSymbols'], policy === undefined),
    temporaryPasswordValidityDays: readNumber(policy?.['TemporaryPasswordValidityDays'], 7),
  };
}

/** Without a setting Cognito prefers the phone, then the mail address. */
function recovery({ AccountRecoverySetting }: Properties): readonly RecoveryName[] {
  const mechanisms = AccountRecoverySetting?.RecoveryMechanisms;
  if (!mechanisms || mechanisms.length === 0) return ['verified_phone_number', 'verified_email'];
  return [...mechanisms].sort((a, b) => Number(a.Priority) - Number(b.Priority)).map(({ Name }) => Name);
}
