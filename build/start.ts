import { parseArgs } from 'node:util';
import { serve, type Wanted } from './serve.ts';

/** `npm start`, and `npm run dev` with mode development. */
export async function run(mode: Wanted['mode'] = 'production'): Promise<void> {
  const { values } = parseArgs({ args: process.argv.slice(3), options: { 'top-up': { type: 'string' } } });
  try {
    const { app, sandbox } = await serve({
      mode,
      outDir: (own) => `dist-start/${own}`,
      port: portOf('PORT'),
      sandboxPort: portOf('SANDBOX_PORT'),
      topUp: values['top-up'],
    });
    console.log(
      `\n  Sandbox EHR   ${sandbox}/   choose a patient and press Launch\n  Longview      ${app}/   for a patient's own sign-in\n\n  Stop with Ctrl+C.`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

function portOf(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === '') return undefined;
  if (!/^\d{1,5}$/.test(text)) throw new Error(`${name}=${text}: expected a port number.`);
  return Number(text);
}
