import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';
import type { AppSyncContext } from '../service-context.ts';

interface Properties {
  ApiId: string;
  ApiKeyId?: string;
  Description?: string;
  /** Seconds since the epoch; seven days from now unless told. */
  Expires?: number | string;
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** `AWS::AppSync::ApiKey`: `da2-` and 26 characters, the same at every start. */
export function apiKeyResource({ apis, cloud }: AppSyncContext): ResourceHandler<Properties> {
  const keyOf = (address: string): string => `da2-${stableId(`key:${address}`, 26)}`;
  return {
    types: ['AWS::AppSync::ApiKey'],
    covers: {
      honoured: ['ApiId', 'ApiKeyId', 'Expires'],
      withoutEffect: { 'it describes': ['Description'] },
    },
    apply({ address, properties }) {
      const key = keyOf(address);
      const id = properties.ApiKeyId ?? `da2-${stableId(`keyId:${address}`, 10)}`;
      const expires =
        properties.Expires === undefined ? cloud.clock.now() + WEEK : Number(properties.Expires) * 1000;
      apis.change(properties.ApiId, (api) => void api.apiKeys.set(key, { id, expires }));
      const arn = `${apis.find(properties.ApiId)!.arn}/apikey/${id}`;
      return { ref: arn, attributes: { ApiKey: key, ApiKeyId: id, Arn: arn } };
    },
    remove({ address, properties }) {
      apis.find(properties.ApiId)?.apiKeys.delete(keyOf(address));
    },
  };
}
