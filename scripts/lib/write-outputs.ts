import type { LocalCloud } from '../../local/cloud.ts';
import { withLocalEndpoints, writeOutputsFile } from './local-outputs.ts';

/** Writes `amplify_outputs.json` for the local cloud. */
export async function writeOutputs(cloud: LocalCloud, file: string): Promise<void> {
  const { outputs } = await cloud.outputs();
  writeOutputsFile(file, withLocalEndpoints(outputs, cloud.baseUrl));
}
