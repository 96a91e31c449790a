import { startLocalCloud } from '../../local/cloud.ts';

// A local cloud in a process of its own, so that a test can kill it: ASSEMBLY, STATE and PORT say what to run. Tells its
// parent when it is up.
const cloud = await startLocalCloud({
  assembly: process.env['ASSEMBLY']!,
  stateFolder: process.env['STATE']!,
  port: Number(process.env['PORT'] ?? 0),
});
process.send!({
  baseUrl: cloud.baseUrl,
  credentials: cloud.developerCredentials,
  ...(await cloud.outputs()),
});
