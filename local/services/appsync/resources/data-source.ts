import type { ResourceHandler } from '../../../core/resource.ts';
import { apiArn } from '../arns.ts';
import { createDataSource, type DataSourceProperties } from '../data-sources/create.ts';
import type { AppSyncContext } from '../service-context.ts';

interface Properties extends DataSourceProperties {
  ApiId: string;
}

/** `AWS::AppSync::DataSource`. */
export function dataSourceResource({ apis, cloud }: AppSyncContext): ResourceHandler<Properties> {
  return {
    types: ['AWS::AppSync::DataSource'],
    covers: {
      honoured: [
        'ApiId',
        'Name',
        'Type',
        'ServiceRoleArn',
        'DynamoDBConfig',
        'LambdaConfig',
        'RelationalDatabaseConfig',
      ],
      withoutEffect: {
        'it describes': ['Description'],
        'the console shows requests and traces': ['MetricsConfig'],
      },
    },
    apply({ properties, previousProperties }) {
      const { ApiId, Name } = properties;
      const arn = `${apiArn(cloud, ApiId)}/datasources/${Name}`;
      const dataSource = createDataSource(cloud, arn, properties);
      apis.change(ApiId, (api) => {
        if (previousProperties?.ApiId === ApiId && previousProperties.Name !== Name) {
          api.dataSources.delete(previousProperties.Name);
        }
        api.dataSources.set(Name, dataSource);
      });
      return { ref: arn, attributes: { DataSourceArn: arn, Name } };
    },
    remove({ properties: { ApiId, Name } }) {
      if (apis.find(ApiId)) apis.change(ApiId, (api) => void api.dataSources.delete(Name));
    },
  };
}
