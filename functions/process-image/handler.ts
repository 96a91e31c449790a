import type { S3Handler } from 'aws-lambda';
import { processUpload } from './process-upload.ts';
import { observed } from '../shared/observed.ts';

/** Runs for each file that arrives below `incoming/`. Throws to be tried again. */
export const handler: S3Handler = observed(async (event) => {
  for (const { s3 } of event.Records) {
    await processUpload(decodeURIComponent(s3.object.key.replaceAll('+', ' ')));
  }
});
