import { readAllSites } from '../brands/readAllSites.ts';
import { configureFolder } from '../configure/configureFolder.ts';
import { readProduct } from '../dependencies/product.ts';
import { readTransportSecurity } from '../hosts/headerTable.ts';
import { readArguments, runCommand, UsageError, written } from './arguments.ts';

const OPTIONS = {
  dist: { type: 'string', help: 'the folder of a build' },
  site: { type: 'string', help: 'the site file' },
  out: { type: 'string', help: 'the folder to write' },
  brands: { type: 'string', help: 'a SMART brands bundle, for a site file with a template' },
  hsts: { type: 'string', help: 'how far browsers refuse http from then on: subdomains, host or off' },
  force: { type: 'boolean', help: 'replace a folder that this command wrote' },
  keep: {
    type: 'string',
    help: 'the folder that is served until now, whose files stay for pages that are open',
  },
} as const;

/**
 * Writes a built folder for the sites of a file, without a build.
 * @throws {UsageError} where an argument is missing, and the error of whatever cannot be read or written
 */
async function configureBuild(args: readonly string[], command: string): Promise<void> {
  const { dist, site, out, brands, hsts, force, keep } = readArguments(command, args, OPTIONS);
  if (dist === undefined || site === undefined || out === undefined)
    throw new UsageError(
      `--dist, --site and --out are all needed; write ${written(command, '--dist dist --site sites.json --out FOLDER [--keep FOLDER]')}.`,
    );
  const { version } = await readProduct();
  const transport =
    hsts === undefined
      ? readTransportSecurity(process.env)
      : readTransportSecurity({ LONGVIEW_HSTS: hsts }, '--hsts');
  const sites = await readAllSites({ LONGVIEW_SITES: site, LONGVIEW_BRANDS: brands });
  const isForced = force === true;
  const warnings = await configureFolder({ dist, out, sites, transport, version, isForced, keep });
  for (const warning of warnings) console.warn(warning);
  console.log(
    `Longview ${version} for ${sites.length === 1 ? '1 site' : `${sites.length} sites`} is in ${out}. Deploy pages and headers together (docs/hosting.md).`,
  );
}

/** Runs `npm run configure`, and `configure.mjs` of an archive. */
export const configure = (args: readonly string[], command = 'npm run configure'): Promise<void> =>
  runCommand(() => configureBuild(args, command));
