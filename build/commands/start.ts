import type { Site } from '../../src/smart/site/site.ts';
import { APP_PORT, serve, serveApp, type ServeOptions } from '../serve.ts';
import { COHORT_FOLDER } from '../cohort/cohortFolder.ts';
import { portFrom, readArguments, runCommand, UsageError } from './arguments.ts';
import { portOfVariable } from './portVariables.ts';
import { registrationText } from './registrationText.ts';
import { SERVER_OPTIONS, siteOfArguments } from './serverArguments.ts';
import { silenceText } from './silenceText.ts';
import { readSignInSettings, type SignInSettings } from './signInSettings.ts';

const OPTIONS = {
  ...SERVER_OPTIONS,
  port: { type: 'string', help: 'the port of Longview; SANDBOX_PORT names that of the sandbox' },
  'top-up': {
    type: 'string',
    help: 'a patient of the sandbox and a number of results, such as kidney=100000',
  },
  fhir: { type: 'string', help: 'the FHIR server without a sign-in that the sandbox stands before' },
} as const;
type Mode = ServeOptions['mode'];

/** Runs `npm start` (production) and `npm run dev` (development, with hot reload) until it is stopped. */
export const startApp = (mode: Mode, args: readonly string[]): Promise<void> =>
  runCommand(async () => {
    const { 'top-up': topUp, fhir, port: asked, ...values } = readArguments(commandOf(mode), args, OPTIONS);
    const port = asked === undefined ? portOfVariable(mode, 'PORT') : portFrom('--port', asked);
    const site = siteOfArguments(values);
    if (topUp !== undefined && fhir !== undefined)
      throw new UsageError(
        '--top-up fills up an invented person, and --fhir shows the people of another server; leave one of them out.',
      );
    if (site === undefined) return startWithSandbox(mode, port, { topUp, fhir });
    const stray = topUp !== undefined ? '--top-up' : fhir !== undefined ? '--fhir' : undefined;
    if (stray !== undefined)
      throw new UsageError(
        `${stray} is for the sandbox, which is not started with --iss; leave one of them out.`,
      );
    if (site.open === true) return startOpen(mode, port, site);
    if (port === 0)
      throw new UsageError(
        'Port 0 is another one at each start, and the server has to know the redirect URI with its port; name a port, such as --port 4173.',
      );
    await startForServer(mode, port, site);
  });

const commandOf = (mode: Mode): string => (mode === 'production' ? 'npm start' : 'npm run dev');
const outDir = (port: number): string => `dist-start/${port}`;

async function startWithSandbox(
  mode: Mode,
  port: number | undefined,
  people: Pick<ServeOptions, 'topUp' | 'fhir'>,
): Promise<void> {
  const sandboxPort = portOfVariable(mode, 'SANDBOX_PORT');
  const { app, sandbox } = await serve({
    mode,
    outDir,
    port,
    sandboxPort,
    cohortFolder: COHORT_FOLDER,
    ...people,
  });
  console.log(
    [
      `\n  Sandbox EHR   ${sandbox}/   choose a patient and press Launch`,
      `  Longview      ${app}/   for a patient's own sign-in`,
      await silenceText(people.fhir),
      '  Stop with Ctrl+C.',
    ].join('\n'),
  );
}

/** Nothing is registered at a server without a sign-in. Its page must only be allowed to ask. */
async function startOpen(mode: Mode, port: number | undefined, site: Site): Promise<void> {
  const { origin } = await serveApp({ mode, outDir, port }, async () => [site]);
  console.log(
    [
      `\n  Longview      ${origin}/   choose a patient`,
      `  FHIR server   ${site.iss}   no sign-in: test data only`,
      `\n  The server must allow the origin ${origin} by CORS.`,
      await silenceText(site.iss),
      '  Stop with Ctrl+C.',
    ].join('\n'),
  );
}

/** The redirect URI is registered with its port, so a port that is taken is said and not skipped. */
async function startForServer(mode: Mode, asked: number | undefined, site: Site): Promise<void> {
  const port = asked ?? APP_PORT;
  let settings: SignInSettings | undefined;
  const { origin } = await serveApp({ mode, outDir, port }, async (appOrigin) => {
    settings = await readSignInSettings(site, appOrigin);
    return [site];
  });
  const warning = settings?.warning === undefined ? '' : `\n  Not yet: ${settings.warning}\n`;
  console.log(
    [
      `\n  Longview      ${origin}/   for a sign-in without a chart`,
      `  FHIR server   ${site.iss}`,
      warning,
      '  Register at this server:',
      registrationText(site, origin, settings?.offered),
      `\n  ${origin}/#inspect checks its settings from the browser. Stop with Ctrl+C.`,
    ].join('\n'),
  );
}
