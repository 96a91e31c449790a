import type { CloudContext } from '../../core/context.ts';

type Place = Pick<CloudContext, 'region' | 'accountId'>;

export function apiArn(place: Place, apiId: string): string {
  return `arn:aws:appsync:${place.region}:${place.accountId}:apis/${apiId}`;
}

export function fieldArn(api: string, typeName: string, fieldName: string): string {
  return `${api}/types/${typeName}/fields/${fieldName}`;
}
