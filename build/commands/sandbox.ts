import { SANDBOX_CLIENT_ID } from '../../sandbox/authorization/providerConfiguration.ts';
import { currentImportFolder } from '../../sandbox/imported/importedFiles.ts';
import { stories } from '../../sandbox/patients/stories.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { isLoopback } from '../../src/smart/site/site.ts';
import { COHORT_FOLDER } from '../cohort/cohortFolder.ts';
import { listenOnFreePort } from '../freePort.ts';
import { portFrom, readArguments, runCommand, UsageError } from './arguments.ts';

const COMMAND = 'npm run sandbox';
const OPTIONS = {
  app: { type: 'string', help: 'the origin of Longview, such as https://localhost:8443' },
  port: { type: 'string', help: 'the port of the sandbox' },
  cohort: { type: 'string', help: 'the folder of people that npm run cohort has written' },
} as const;
const FIRST_PORT = 5300;

/** Runs `npm run sandbox`: the sandbox EHR alone, for a Longview that is served by something else. */
export const startSandboxAlone = (args: readonly string[]): Promise<void> =>
  runCommand(async () => {
    const { app, port, cohort } = readArguments(COMMAND, args, OPTIONS);
    const appOrigin = originFrom(app);
    const asked = port === undefined ? undefined : portFrom('--port', port);
    const sandbox = await listenOnFreePort(FIRST_PORT, asked, (one) =>
      startSandbox({ port: one, appOrigin, stories, cohortFolder: cohort ?? COHORT_FOLDER }),
    );
    console.log(
      [
        `\n  Sandbox EHR   ${sandbox.origin}/   choose a patient and press Launch`,
        `  It launches   ${appOrigin}/launch.html`,
        `  FHIR server   ${sandbox.fhirBase}`,
        `  Registered    ${SANDBOX_CLIENT_ID}   a public client, redirect URI ${appOrigin}/index.html`,
        // The folder may be written later, so it is no reason to stop.
        ...(cohort === undefined || currentImportFolder(cohort) !== undefined
          ? []
          : [`\n  Nobody yet is in ${cohort}; npm run cohort -- --out ${cohort} imports people there.`]),
        '\n  Stop with Ctrl+C.',
      ].join('\n'),
    );
  });

/** The sandbox has invented people alone and no password, so it launches nothing but an app on this machine. */
function originFrom(text: string | undefined): string {
  const example = `${COMMAND} -- --app https://localhost:8443`;
  if (text === undefined) throw new UsageError(`--app is needed; write ${example}.`);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.origin !== text.replace(/\/$/, '') || !isLoopback(url))
    throw new UsageError(`--app=${text} is no address of this machine without a path; write ${example}.`);
  return url.origin;
}
