import { parseArgs } from 'node:util';
import { serve, type ServeOptions } from '../serve.ts';

/** Runs `npm start` (production) and `npm run dev` (development, with hot reload) until it is stopped. */
export async function startApp(mode: ServeOptions['mode']): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { 'top-up': { type: 'string' }, fhir: { type: 'string' } },
  });
  try {
    const { app, sandbox } = await serve({
      mode,
      outDir: (port) => `dist-start/${port}`,
      port: portFrom('PORT'),
      sandboxPort: portFrom('SANDBOX_PORT'),
      topUp: values['top-up'],
      fhir: values.fhir,
    });
    console.log(
      `\n  Sandbox EHR   ${sandbox}/   choose a patient and press Launch\n  Longview      ${app}/   for a patient's own sign-in\n\n  Stop with Ctrl+C.`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

function portFrom(variable: string): number | undefined {
  const text = process.env[variable];
  if (text === undefined || text === '') return undefined;
  if (!/^\d{1,5}$/.test(text)) throw new Error(`${variable}=${text}: expected a port number.`);
  return Number(text);
}
