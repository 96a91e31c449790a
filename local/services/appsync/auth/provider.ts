/** One way to be let in, of the API's default or additional ones. */
export type AuthProvider =
  | { readonly mode: 'API_KEY' }
  | { readonly mode: 'AWS_IAM' }
  | {
      readonly mode: 'AMAZON_COGNITO_USER_POOLS';
      readonly userPoolId: string;
      readonly region: string;
      readonly appIdClientRegex?: string;
      readonly defaultAction: 'ALLOW' | 'DENY';
    }
  | {
      readonly mode: 'AWS_LAMBDA';
      readonly functionArn: string;
      readonly ttlSeconds: number;
      readonly tokenPattern?: string;
    };

export type AuthMode = AuthProvider['mode'];
