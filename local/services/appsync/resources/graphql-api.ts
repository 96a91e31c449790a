import { notCovered } from '../../../core/errors.ts';
import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';
import { apiArn } from '../arns.ts';
import type { AuthProvider } from '../auth/provider.ts';
import type { AppSyncContext } from '../service-context.ts';

interface ProviderProperties {
  AuthenticationType: string;
  UserPoolConfig?: {
    UserPoolId: string;
    AwsRegion?: string;
    AppIdClientRegex?: string;
    DefaultAction?: string;
  };
  LambdaAuthorizerConfig?: {
    AuthorizerUri: string;
    AuthorizerResultTtlInSeconds?: number | string;
    IdentityValidationExpression?: string;
  };
}

interface Properties extends ProviderProperties {
  Name: string;
  ApiType?: string;
  AdditionalAuthenticationProviders?: ProviderProperties[];
  EnvironmentVariables?: Record<string, string>;
  IntrospectionConfig?: string;
  QueryDepthLimit?: number | string;
  ResolverCountLimit?: number | string;
  XrayEnabled?: boolean | string;
}

/** `AWS::AppSync::GraphQLApi`; its endpoint is a path of the gateway, real-time at `<endpoint>/realtime`. */
export function graphqlApiResource({ apis, cloud }: AppSyncContext): ResourceHandler<Properties> {
  return {
    types: ['AWS::AppSync::GraphQLApi'],
    covers: {
      honoured: [
        'Name',
        'ApiType',
        'AuthenticationType',
        'UserPoolConfig',
        'LambdaAuthorizerConfig',
        'AdditionalAuthenticationProviders',
        'EnvironmentVariables',
        'IntrospectionConfig',
        'QueryDepthLimit',
        'ResolverCountLimit',
        'XrayEnabled',
      ],
      withoutEffect: {
        'the console shows requests and traces': ['LogConfig', 'EnhancedMetricsConfig'],
        'only this machine reaches the local cloud': ['Visibility'],
        'it describes': ['Tags', 'OwnerContact'],
      },
    },
    apply({ address, properties }) {
      if (properties.ApiType === 'MERGED') throw notCovered('merged GraphQL APIs');
      const id = stableId(address, 26);
      const arn = apiArn(cloud, id);
      const all = [properties, ...(properties.AdditionalAuthenticationProviders ?? [])];
      apis.put({
        id,
        arn,
        name: properties.Name,
        providers: all.map((one) => providerOf(cloud.region, one)),
        environment: properties.EnvironmentVariables ?? {},
        introspection: properties.IntrospectionConfig !== 'DISABLED',
        queryDepthLimit: Number(properties.QueryDepthLimit ?? 0),
        resolverCountLimit: Number(properties.ResolverCountLimit ?? 0),
        traced: String(properties.XrayEnabled) === 'true',
      });
      const url = `${cloud.baseUrl}/appsync/${id}/graphql`;
      const { host } = new URL(cloud.baseUrl);
      const attributes = {
        ApiId: id,
        Arn: arn,
        GraphQLUrl: url,
        GraphQLDns: host,
        RealtimeUrl: `${url.replace(/^http/, 'ws')}/realtime`,
        RealtimeDns: host,
        GraphQLEndpointArn: `arn:aws:appsync:${cloud.region}:${cloud.accountId}:endpoints/graphql-api/${id}`,
      };
      return { ref: arn, attributes };
    },
    remove: ({ address }) => apis.remove(stableId(address, 26)),
  };
}

function providerOf(region: string, properties: ProviderProperties): AuthProvider {
  const { AuthenticationType: mode, UserPoolConfig: pool, LambdaAuthorizerConfig: authorizer } = properties;
  if (mode === 'API_KEY' || mode === 'AWS_IAM') return { mode };
  if (mode === 'AMAZON_COGNITO_USER_POOLS' && pool) {
    return {
      mode,
      userPoolId: pool.UserPoolId,
      region: pool.AwsRegion ?? region,
      appIdClientRegex: pool.AppIdClientRegex,
      defaultAction: pool.DefaultAction === 'DENY' ? 'DENY' : 'ALLOW',
    };
  }
  if (mode === 'AWS_LAMBDA' && authorizer) {
    return {
      mode,
      functionArn: authorizer.AuthorizerUri,
      ttlSeconds: Number(authorizer.AuthorizerResultTtlInSeconds ?? 300),
      tokenPattern: authorizer.IdentityValidationExpression,
    };
  }
  throw notCovered(`the authentication type ${mode} of GraphQL APIs`);
}
