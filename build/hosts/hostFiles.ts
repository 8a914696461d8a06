import type { Plugin } from 'vite';
import type { Site } from '../../src/smart/site/site.ts';
import { scriptHashes } from '../policy.ts';
import { headerTable, type TransportSecurity } from './headerTable.ts';
import { HOST_FILES } from './hostFormats.ts';

/** Writes the header files of the hosts. It runs after `htmlPages`, since the policy names the pages' inline scripts. */
export const hostFiles = (sites: readonly Site[], transport: TransportSecurity): Plugin => ({
  name: 'longview:host-files',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const hashes = Object.values(bundle).flatMap((file) =>
        file.type === 'asset' && file.fileName.endsWith('.html') ? scriptHashes(String(file.source)) : [],
      );
      const table = headerTable(sites, hashes, transport);
      for (const [fileName, write] of Object.entries(HOST_FILES)) {
        const source = write(table);
        if (source !== undefined) this.emitFile({ type: 'asset', fileName, source });
        else
          this.warn(
            `No ${fileName} written: the policy of ${sites.length} sites is longer than this host reads.`,
          );
      }
    },
  },
});
