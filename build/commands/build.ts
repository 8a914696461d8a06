import { build, loadEnv } from 'vite';
import type { Site } from '../../src/smart/site/site.ts';
import { readAllSites } from '../brands/readAllSites.ts';
import { longviewConfig } from '../config.ts';
import { provideFolder } from '../configure/writableFolder.ts';
import { readProduct } from '../dependencies/product.ts';
import { readTransportSecurity } from '../hosts/headerTable.ts';
import { namesSites } from '../sites/siteVariables.ts';
import { readNoArguments, runCommand } from './arguments.ts';

const COMMAND = 'npm run build';
const OUT = 'dist';

/** Runs `npm run build`: writes the pages into `dist/`, for the sites that the variables name. */
export const buildPages = (args: readonly string[]): Promise<void> =>
  runCommand(async () => {
    readNoArguments(COMMAND, args);
    const env = { ...loadEnv('production', process.cwd(), 'LONGVIEW_'), ...process.env };
    const sites = await readAllSites(env);
    const config = longviewConfig(sites, readTransportSecurity(env));
    await provideFolder(OUT);
    // Vite bundles the development form of React where the environment says anything else.
    process.env['NODE_ENV'] = 'production';
    await build({
      ...config,
      configFile: false,
      mode: 'production',
      build: { ...config.build, outDir: OUT, emptyOutDir: true },
    });
    const { version } = await readProduct();
    console.log(`\n${resultText(version, sites, namesSites(env))}`);
  });

/** A build without a site file is whole, and serves nobody but the sandbox. Whoever forgot the file learns it here. */
export function resultText(version: string, sites: readonly Site[], isNamed: boolean): string {
  if (!isNamed)
    return `Longview ${version} for the sandbox alone is in ${OUT}, because neither LONGVIEW_SITES nor LONGVIEW_ISS names a health system. npm run configure makes it one for yours (docs/hosting.md).`;
  const whom = sites.length === 1 ? sites[0]?.label : `${sites.length} sites`;
  return `Longview ${version} for ${whom} is in ${OUT}. Deploy pages and headers together (docs/hosting.md).`;
}
