import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longviewConfig } from '../config.ts';
import { built } from '../serve.ts';
import { checkedSites } from '../sites/siteFile.ts';
import { EXIT_CODES, introduction, outcomeText } from './explanation.ts';
import { kitApi, KitError, SUITE_ID } from './kitApi.ts';
import { launchInChromium } from './launchInChromium.ts';
import { asksForHelp, readOptions, type InfernoOptions } from './options.ts';
import { runSuite, UnfinishedRunError, type SuiteRun } from './runSuite.ts';
import { APP_PATH, serveTlsOrigin, type TlsOrigin } from './tlsOrigin.ts';

/** These two are slow, so tests may put others in their place. */
export type InfernoParts = {
  readonly serveApp: (origin: TlsOrigin, iss: string, clientId: string) => Promise<() => void>;
  readonly launch: (patienceMs: number) => SuiteRun['launch'];
  readonly say: (text: string) => void;
};

/** `npm run inferno`. */
export async function runInferno(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    console.log(options);
    process.exit(asksForHelp(args) ? EXIT_CODES.passed : EXIT_CODES.noKit);
  }
  const parts = { serveApp, launch: launchInChromium, say: (text: string) => console.log(text) };
  process.exit(await judge(options, parts));
}

/** Runs the suite and returns the exit code of the command. */
export async function judge(options: InfernoOptions, parts: InfernoParts): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'longview-inferno-'));
  const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true })];
  try {
    const api = kitApi(options.kit);
    const { version } = await api.version();
    const origin = await serveTlsOrigin(options.kit, options.port);
    closing.push(() => origin.close());
    const iss = options.iss ?? `${origin.origin}/custom/${SUITE_ID}/fhir`;
    const { issuer } = await api.discovery();
    if (issuer !== iss) throw new KitError(wrongAddress(issuer, iss, origin.origin));
    const certificateFile = join(folder, 'certificate.pem');
    writeFileSync(certificateFile, origin.certificate);
    parts.say(`\nInferno ${version}${introduction(origin.origin, iss, certificateFile)}`);
    closing.push(await parts.serveApp(origin, iss, options.clientId));
    let hasPassed = true;
    for (const kind of options.kinds) {
      const app = origin.origin + APP_PATH;
      const launch = parts.launch(options.patienceMs);
      // oxlint-disable-next-line no-await-in-loop -- the kit knows a waiting run by the client id, so one at a time
      const outcome = await runSuite({ ...options, api, app, kind, launch });
      parts.say(outcomeText(outcome));
      hasPassed &&= outcome.hasPassed;
    }
    return hasPassed ? EXIT_CODES.passed : EXIT_CODES.failed;
  } catch (error) {
    if (error instanceof KitError) {
      parts.say(`\nNo usable kit: ${error.message}.\n`);
      return EXIT_CODES.noKit;
    }
    parts.say(
      `\nThe run did not come to its end: ${error instanceof Error ? error.message : String(error)}.\n`,
    );
    if (!(error instanceof UnfinishedRunError)) parts.say(String(error instanceof Error ? error.stack : ''));
    return EXIT_CODES.unfinished;
  } finally {
    await Promise.all(closing.map((close) => close()));
  }
}

const wrongAddress = (issuer: string | undefined, iss: string, origin: string): string =>
  `it calls itself ${issuer ?? 'nothing'}, and was to be ${iss}. Set INFERNO_HOST=${origin} in its .env.production, start it again, or say --iss`;

/** Builds Longview for the kit's server alone and serves it on the origin. */
async function serveApp(origin: TlsOrigin, iss: string, clientId: string): Promise<() => void> {
  const launch = ['ehr', 'standalone'];
  const site = { id: 'inferno', label: 'Inferno', iss, clientId, launch };
  const sites = checkedSites({ sites: [site] }, 'npm run inferno');
  const config = {
    ...longviewConfig(sites, undefined, 'plain'),
    configFile: false,
    mode: 'production',
  } as const;
  const { handler, close } = await built(config, sites, `dist-start/inferno-${new URL(origin.origin).port}`);
  origin.serveApp(handler);
  return () => void close();
}
