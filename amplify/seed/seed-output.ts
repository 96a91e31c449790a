import type { ITable, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { DatabaseCluster } from 'aws-cdk-lib/aws-rds';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { DATABASE_NAME } from '../database/cluster.ts';

/** What the seed needs to know of a sandbox, under `custom.seed` of `amplify_outputs.json`. Branches don't say it. */
export function seedOutput(
  handles: Table,
  cluster: DatabaseCluster,
  tables: Record<string, ITable>,
  images: IBucket,
) {
  return {
    custom: {
      seed: {
        handlesTable: handles.tableName,
        messageTables: {
          conversations: tables['Conversation']!.tableName,
          members: tables['ConversationMember']!.tableName,
          messages: tables['Message']!.tableName,
        },
        clusterArn: cluster.clusterArn,
        secretArn: cluster.secret!.secretArn,
        database: DATABASE_NAME,
        imagesBucket: images.bucketName,
      },
    },
  };
}
