import type { ResourceHandler } from '../../../core/resource.ts';
import { stableId } from '../../../core/stable-id.ts';
import { apiArn } from '../arns.ts';
import type { AppSyncContext } from '../service-context.ts';
import { type HandlerProperties, handlersOf } from './handlers.ts';

interface Properties extends HandlerProperties {
  ApiId: string;
  Name: string;
  DataSourceName: string;
}

/** `AWS::AppSync::FunctionConfiguration`. */
export function functionConfigurationResource(context: AppSyncContext): ResourceHandler<Properties> {
  const { apis, cloud } = context;
  return {
    types: ['AWS::AppSync::FunctionConfiguration'],
    covers: {
      honoured: [
        'ApiId',
        'Name',
        'DataSourceName',
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
      withoutEffect: { 'it describes': ['Description', 'FunctionVersion'] },
    },
    apply({ address, properties, previousProperties }) {
      const { ApiId, Name, DataSourceName } = properties;
      const id = stableId(address, 26);
      const handlers = handlersOf(context, properties, previousProperties);
      const maxBatchSize = Number(properties.MaxBatchSize ?? 0);
      apis.change(ApiId, (api) => {
        api.functions.set(id, { id, name: Name, dataSourceName: DataSourceName, maxBatchSize, handlers });
      });
      const arn = `${apiArn(cloud, ApiId)}/functions/${id}`;
      return { ref: arn, attributes: { FunctionId: id, FunctionArn: arn, Name, DataSourceName } };
    },
    remove({ address, properties: { ApiId } }) {
      if (apis.find(ApiId)) apis.change(ApiId, (api) => void api.functions.delete(stableId(address, 26)));
    },
  };
}
