import type { Site } from '../../src/smart/site/site.ts';
import { headerTable, type TransportSecurity } from '../hosts/headerTable.ts';
import { HOST_FILES } from '../hosts/hostFormats.ts';
import { scriptHashes } from '../policy.ts';
import { HASH_LIST, hashListText } from './hashList.ts';
import { pagesFor, type PageTemplates } from './pageTemplates.ts';
import { precompressed, type Packing } from './precompressed.ts';
import { releaseOf, RELEASES, releasesText, type KeptReleases } from './releases.ts';

type SiteFiles = {
  /** Every file that follows from the site file, by its name. */
  readonly files: ReadonlyMap<string, string>;
  /** This says what could not be written, for whoever builds. */
  readonly warnings: readonly string[];
};

type Files = ReadonlyMap<string, string | Uint8Array>;

/**
 * Returns all files that lie beside those of the build: what follows from the site file, its compressed forms, the files of
 * former releases, and the lists of all. Both `npm run build` and `npm run configure` take them from here, so that they cannot
 * differ (docs/decisions/0056).
 */
export async function filesBeside(
  built: Files,
  version: string,
  site: SiteFiles,
  kept: KeptReleases,
  packing: Packing = 'packed',
): Promise<Files> {
  const packed = packing === 'packed' ? await precompressed(site.files) : [];
  const own = new Map<string, string | Uint8Array>([...site.files, ...packed]);
  const release = releaseOf(version, new Map([...built, ...own]));
  const beside = new Map([...kept.files, ...own, [RELEASES, releasesText([release, ...kept.releases])]]);
  beside.set(HASH_LIST, hashListText(new Map([...built, ...beside])));
  return beside;
}

/** Returns the pages with site data and policy, and the header files of the hosts. */
export function siteFilesOf(
  templates: PageTemplates,
  sites: readonly Site[],
  transport: TransportSecurity,
): SiteFiles {
  const files = new Map(pagesFor(templates, sites));
  const hashes = [...files].flatMap(([name, text]) => (name.endsWith('.html') ? scriptHashes(text) : []));
  const table = headerTable(sites, hashes, transport);
  const warnings: string[] = [];
  for (const [fileName, write] of Object.entries(HOST_FILES)) {
    const text = write(table);
    if (text !== undefined) files.set(fileName, text);
    else
      warnings.push(
        `No ${fileName} written: the policy of ${sites.length} sites is longer than this host reads.`,
      );
  }
  return { files, warnings };
}
