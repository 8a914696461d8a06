import { serve } from '../build/serve.ts';

/** The production build and the sandbox on ports and in a folder of their own, beside any `npm start`. */
export default async function start(): Promise<() => Promise<void>> {
  const running = await serve({
    mode: 'production',
    outDir: () => 'dist-e2e',
    port: 0,
    sandboxPort: 0,
    topUp: undefined,
  });
  process.env['LONGVIEW_APP'] = running.app;
  process.env['LONGVIEW_SANDBOX'] = running.sandbox;
  return () => running.close();
}
