import type { ResourceHandler } from '../../../core/resource.ts';
import { resolverKey } from '../api.ts';
import { apiArn } from '../arns.ts';
import type { AppSyncContext } from '../service-context.ts';
import { type HandlerProperties, handlersOf } from './handlers.ts';

interface Properties extends HandlerProperties {
  ApiId: string;
  TypeName: string;
  FieldName: string;
  Kind?: 'UNIT' | 'PIPELINE';
  DataSourceName?: string;
  PipelineConfig?: { Functions?: string[] };
}

/** `AWS::AppSync::Resolver`, unit or pipeline. */
export function resolverResource(context: AppSyncContext): ResourceHandler<Properties> {
  const { apis, cloud } = context;
  return {
    types: ['AWS::AppSync::Resolver'],
    covers: {
      honoured: [
        'ApiId',
        'TypeName',
        'FieldName',
        'Kind',
        'DataSourceName',
        'PipelineConfig',
        'RequestMappingTemplate',
        'RequestMappingTemplateS3Location',
        'ResponseMappingTemplate',
        'ResponseMappingTemplateS3Location',
        'Code',
        'CodeS3Location',
        'Runtime',
        'MaxBatchSize',
        'SyncConfig',
      ],
      withoutEffect: { 'the console shows requests and traces': ['MetricsConfig'] },
    },
    apply({ properties, previousProperties }) {
      const { ApiId, TypeName, FieldName } = properties;
      const key = resolverKey(TypeName, FieldName);
      const handlers = handlersOf(context, properties, previousProperties);
      apis.change(ApiId, (api) => {
        if (previousProperties?.ApiId === ApiId) {
          const before = resolverKey(previousProperties.TypeName, previousProperties.FieldName);
          if (before !== key) api.resolvers.delete(before);
        }
        api.resolvers.set(key, {
          typeName: TypeName,
          fieldName: FieldName,
          kind: properties.Kind ?? 'UNIT',
          dataSourceName: properties.DataSourceName,
          functionIds: properties.PipelineConfig?.Functions ?? [],
          maxBatchSize: Number(properties.MaxBatchSize ?? 0),
          handlers,
        });
      });
      const arn = `${apiArn(cloud, ApiId)}/types/${TypeName}/resolvers/${FieldName}`;
      return { ref: arn, attributes: { ResolverArn: arn, TypeName, FieldName } };
    },
    remove({ properties: { ApiId, TypeName, FieldName } }) {
      if (!apis.find(ApiId)) return;
      apis.change(ApiId, (api) => void api.resolvers.delete(resolverKey(TypeName, FieldName)));
    },
  };
}
