import { spawn } from 'node:child_process';
import { listenOnLocalhost } from '../../../build/freePort.ts';

export type StartedApp = { readonly origin: string; readonly output: string; close(): Promise<void> };

/** Returns a port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = await listenOnLocalhost(() => {}, 0);
  await server.close();
  return server.port;
}

/** Runs `npm start` with these options, and waits until it says what it serves. */
export async function startedApp(port: number, options: readonly string[]): Promise<StartedApp> {
  const child = spawn(process.execPath, ['build/run.mjs', 'start', `--port=${port}`, ...options]);
  let output = '';
  const exited = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    const take = (part: Buffer): void => {
      output += part.toString();
      if (output.includes('Stop with Ctrl+C')) resolve();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    void exited.then(() => reject(new Error(`npm start ended: ${output}`)));
  });
  await ready;
  return {
    origin: `http://localhost:${port}`,
    output,
    close: async () => {
      child.kill();
      await exited;
    },
  };
}
