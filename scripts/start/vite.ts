import { createServer, type ViteDevServer } from 'vite';
import { LocalCloudError } from '../../local/core/errors.ts';
import { root } from '../lib/paths.ts';

/** Serves the app with Vite on 127.0.0.1. Throws LocalCloudError PortInUse. */
export async function startVite(port: number): Promise<{ url: string; server: ViteDevServer }> {
  const server = await createServer({
    root,
    server: { host: '127.0.0.1', port, strictPort: true },
    clearScreen: false,
    logLevel: 'warn',
  });
  try {
    await server.listen();
  } catch (error) {
    await server.close();
    if (!(error instanceof Error) || !/already in use/.test(error.message)) throw error;
    throw new LocalCloudError(
      'PortInUse',
      `The app's port ${port} is taken.`,
      `Stop the program that has it, or choose another: PORT=${port + 1} npm start`,
      error,
    );
  }
  return { url: `http://127.0.0.1:${port}/`, server };
}
