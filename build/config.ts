import { basename } from 'node:path';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import type { Site } from '../src/smart/site/site.ts';
import { catalogTable } from './catalogTable.ts';
import { handshake } from './handshake.ts';
import { hostFiles } from './hostFiles.ts';
import { htmlPages } from './htmlPages.ts';
import { plainImports } from './plainImports.ts';
import { readOnlyQuery } from './readOnlyQuery.ts';
import { unusedReact } from './unusedReact.ts';

/** The app's part of the build; `htmlPages` adds `boot` and `launch`, each built alone (docs/decisions/0002). */
export const longviewConfig = (sites: readonly Site[]): UserConfig => ({
  base: './',
  css: {
    // File and class name, no hash: file names are unique here, and a hash does not compress.
    modules: { generateScopedName: (name, file) => `${basename(file).replace(/\..*$/, '')}-${name}` },
  },
  plugins: [
    react(),
    catalogTable(),
    handshake(),
    readOnlyQuery(),
    unusedReact(),
    plainImports(),
    htmlPages(sites),
    hostFiles(sites),
  ],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 1000, // the byte test watches what the first chart needs
    cssCodeSplit: false,
    rolldownOptions: {
      input: 'src/main.tsx',
      // What lazy chunks share with the entry stays in the entry: one file compresses better than ten.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        codeSplitting: { groups: [{ name: 'main', test: /\/src\/main\.tsx$/ }] },
      },
    },
  },
});
