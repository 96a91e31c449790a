import type { ResourceHandler } from '../../../core/resource.ts';
import { buildSchema } from '../schema/build-schema.ts';
import type { AppSyncContext } from '../service-context.ts';
import { readAsset } from './read-asset.ts';

interface Properties {
  ApiId: string;
  Definition?: string;
  DefinitionS3Location?: string;
}

/** `AWS::AppSync::GraphQLSchema`. A wrong schema fails here, and the API keeps the one that it had. */
export function graphqlSchemaResource({ apis, cloud }: AppSyncContext): ResourceHandler<Properties> {
  return {
    types: ['AWS::AppSync::GraphQLSchema'],
    covers: { honoured: ['ApiId', 'Definition', 'DefinitionS3Location'] },
    apply({ properties: { ApiId, Definition, DefinitionS3Location } }) {
      const sdl = DefinitionS3Location ? readAsset(cloud, DefinitionS3Location) : (Definition ?? '');
      if (apis.find(ApiId)?.sdl !== sdl) buildSchema(sdl);
      apis.change(ApiId, (api) => {
        api.sdl = sdl;
      });
      const ref = `${ApiId}GraphQLSchema`;
      return { ref, attributes: { Id: ref } };
    },
    remove({ properties }) {
      if (!apis.find(properties.ApiId)) return;
      apis.change(properties.ApiId, (api) => {
        delete api.sdl;
      });
    },
  };
}
