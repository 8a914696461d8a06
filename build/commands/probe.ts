import type { Site } from '../../src/smart/site/site.ts';
import { readAllSites } from '../brands/readAllSites.ts';
import { exitCodeOf, type ProbeLine } from '../probe/probeLine.ts';
import { probeSite } from '../probe/probeSite.ts';
import { probeTable } from '../probe/probeTable.ts';
import { APP_PORT } from '../serve.ts';
import { readArguments, runCommand, UsageError } from './arguments.ts';

const COMMAND = 'npm run probe';
const OPTIONS = {
  site: { type: 'string', help: 'the site file to check' },
  origin: { type: 'string', help: 'where Longview is served, such as https://your.host' },
  brands: { type: 'string', help: 'a SMART brands bundle, for a site file with a template' },
  json: { type: 'boolean', help: 'print JSON' },
} as const;

type Probed = { readonly site: Site; readonly origin: string; readonly lines: readonly ProbeLine[] };

/** Checks each server of a site file and prints what was found. Returns 0, 1 or 2 as `exitCodeOf` does. */
export async function probeServers(args: readonly string[], print: (text: string) => void): Promise<number> {
  const { site: file, origin, brands, json } = readArguments(COMMAND, args, OPTIONS);
  if (file === undefined)
    throw new UsageError(
      `--site is missing; write ${COMMAND} -- --site sites.json --origin https://your.host.`,
    );
  if (origin !== undefined && !isOrigin(origin))
    throw new UsageError(
      `--origin ${origin} is no origin; write scheme and host alone, such as https://longview.example.`,
    );
  const probed: Probed[] = [];
  // JSON stands alone in the output, for a program that reads it.
  const tell = (report: string): void => console.warn(report);
  for (const site of await readAllSites({ LONGVIEW_SITES: file, LONGVIEW_BRANDS: brands }, tell)) {
    const from = origin ?? originOfPages(site);
    // oxlint-disable-next-line no-await-in-loop -- a server is asked little at a time
    probed.push({ site, origin: from, lines: await probeSite(site, from) });
  }
  const code = exitCodeOf(probed.flatMap(({ lines }) => lines));
  print(json === true ? jsonOf(probed, code) : tablesOf(probed));
  return code;
}

/** Runs `npm run probe`. */
export const probe = (args: readonly string[]): Promise<void> =>
  runCommand(async () => {
    process.exitCode = await probeServers(args, (text) => console.log(text));
  }, 2);

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** The pages of a site are where its redirect URI is; without one, where `npm start` serves them. */
const originOfPages = ({ redirectUri }: Site): string =>
  redirectUri === '' ? `http://localhost:${APP_PORT}` : new URL(redirectUri).origin;

const tablesOf = (probed: readonly Probed[]): string =>
  probed
    .map(
      ({ site, origin, lines }) =>
        `\n${site.label} (${site.iss}), asked as a page at ${origin}\n${probeTable(lines)}`,
    )
    .join('\n');

const jsonOf = (probed: readonly Probed[], exitCode: number): string =>
  JSON.stringify(
    {
      exitCode,
      sites: probed.map(({ site: { id, label, iss }, origin, lines }) => ({ id, label, iss, origin, lines })),
    },
    undefined,
    2,
  );
