import type { Site } from '../../src/smart/site/site.ts';
import { headerTable, type TransportSecurity } from '../hosts/headerTable.ts';
import { HOST_FILES } from '../hosts/hostFormats.ts';
import { scriptHashes } from '../policy.ts';
import { pagesFor, type PageTemplates } from './pageTemplates.ts';

export type SiteFiles = {
  /** Every file that follows from the site file, by its name. */
  readonly files: ReadonlyMap<string, string>;
  /** What could not be written, for whoever builds. */
  readonly warnings: readonly string[];
};

/**
 * Returns all that follows from the site file: the pages with site data and policy, and the header files of the hosts. Both
 * `npm run build` and `npm run configure` take them from here, so that they cannot differ (docs/decisions/0056).
 */
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
