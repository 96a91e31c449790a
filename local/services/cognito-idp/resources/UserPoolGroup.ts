import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';
import type { Idp } from '../idp.ts';
import { readOptionalNumber } from './properties.ts';

interface Properties {
  readonly UserPoolId: string;
  readonly GroupName?: string;
  readonly Description?: string;
  readonly Precedence?: number;
  readonly RoleArn?: string;
}

/** AWS::Cognito::UserPoolGroup. */
export function UserPoolGroup(idp: Idp): ResourceHandler<Properties> {
  const restored = new Map<string, () => void>();
  idp.onReset(() => {
    for (const restore of restored.values()) restore();
  });
  return {
    types: ['AWS::Cognito::UserPoolGroup'],
    covers: { honoured: ['UserPoolId', 'GroupName', 'Description', 'Precedence', 'RoleArn'] },
    apply({ address, logicalId, properties }) {
      const name = properties.GroupName ?? `${logicalId}-${stableId(address, 12)}`;
      const save = (): void => {
        const now = idp.cloud.clock.now();
        idp.store.groups.save({
          poolId: properties.UserPoolId,
          name,
          description: properties.Description,
          roleArn: properties.RoleArn,
          precedence: readOptionalNumber(properties.Precedence),
          created: now,
          modified: now,
        });
      };
      restored.set(address, save);
      save();
      return { ref: name, attributes: {} };
    },
    remove({ address, properties, previousOutput }) {
      restored.delete(address);
      const name = previousOutput?.ref ?? properties.GroupName;
      if (name !== undefined) idp.store.groups.delete(properties.UserPoolId, name);
    },
  };
}
