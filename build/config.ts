import { basename } from 'node:path';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import type { Site } from '../src/smart/site/site.ts';
import { catalogTable } from './catalogTable.ts';
import { CHUNKS } from './chunks.ts';
import { COHORT_FOLDER } from './cohort/cohortFolder.ts';
import { compileHint } from './compileHint.ts';
import type { PageTemplates } from './configure/pageTemplates.ts';
import type { Packing } from './configure/precompressed.ts';
import { siteFiles } from './configure/siteFilesPlugin.ts';
import { sbomFile } from './dependencies/sbomFile.ts';
import type { TransportSecurity } from './hosts/headerTable.ts';
import { htmlPages } from './htmlPages.ts';
import { messageCatalogs } from './messageCatalogs.ts';
import { replacedModules } from './replacedModules.ts';

/** https://vite.dev/config/server-options.html#server-fs-deny: these are denied where nothing else is said. */
const DENIED_BY_VITE = ['.env', '.env.*', '*.{crt,pem}', '**/.git/**'];

/** The app's part of the build; `htmlPages` adds `boot` and `launch`, each built alone (docs/decisions/0002). */
export const longviewConfig = (
  sites: readonly Site[],
  transport: TransportSecurity = 'subdomains',
  packing: Packing = 'packed',
): UserConfig => {
  const inlinedModules = new Set<string>();
  let templates: PageTemplates = { 'index.html': '', 'launch.html': '', '404.html': '' };
  return {
    base: './',
    css: {
      // A class is named by its file and its own name. File names are unique here, and a hash does not compress.
      modules: { generateScopedName: (name, file) => `${basename(file).replace(/\..*$/, '')}-${name}` },
    },
    plugins: [
      react(),
      catalogTable(),
      messageCatalogs(),
      replacedModules(),
      compileHint(),
      htmlPages(sites, inlinedModules, (made) => void (templates = made)),
      sbomFile(inlinedModules),
      siteFiles(sites, transport, packing, () => templates),
    ],
    // `npm run dev` serves files of the project. Those of imported people, and keys, are none of its files.
    server: {
      fs: { deny: [...DENIED_BY_VITE, `**/${COHORT_FOLDER}/**`, '*.key.json'] },
      watch: { ignored: [`**/${COHORT_FOLDER}/**`] },
    },
    build: {
      target: 'es2023',
      assetsInlineLimit: 0,
      // Every browser that Longview opens in knows modulepreload by itself.
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000, // downloadSize.spec.ts watches the size of what the first chart needs
      rolldownOptions: {
        input: 'src/main.tsx',
        // Whoever runs `npm start` wants to know where the app is, and not which plugin was slow.
        checks: { bundlerTimings: false },
        // Lazy chunks import what they share with the entry from the entry.
        preserveEntrySignatures: 'allow-extension',
        output: { entryFileNames: 'assets/[name]-[hash].js', codeSplitting: { groups: CHUNKS } },
      },
    },
  };
};
