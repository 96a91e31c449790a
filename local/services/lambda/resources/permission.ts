import type { ResourceHandler } from '../../../core/resource.ts';
import { functionName, type FunctionRegistry } from '../functions.ts';

interface Properties {
  FunctionName: string;
  Action: string;
  Principal: string;
  SourceArn?: string;
  SourceAccount?: string;
}

/** `AWS::Lambda::Permission`: one statement of a function's resource policy. */
export function permissionResource(registry: FunctionRegistry): ResourceHandler<Properties> {
  return {
    types: ['AWS::Lambda::Permission'],
    covers: { honoured: ['FunctionName', 'Action', 'Principal', 'SourceArn', 'SourceAccount'] },
    apply({ address, logicalId, properties }) {
      const name = functionName(properties.FunctionName);
      const statements = registry.permissions.get(name) ?? new Map();
      statements.set(address, {
        action: properties.Action,
        principal: properties.Principal,
        sourceArn: properties.SourceArn,
        sourceAccount: properties.SourceAccount,
      });
      registry.permissions.set(name, statements);
      return { ref: logicalId, attributes: { Id: logicalId } };
    },
    remove({ address }) {
      for (const statements of registry.permissions.values()) statements.delete(address);
    },
  };
}
