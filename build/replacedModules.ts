import { fileURLToPath } from 'node:url';
import { esmExternalRequirePlugin, type DepOptimizationOptions, type Plugin } from 'vite';

const fileAt = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

type Replacement = { readonly importer: RegExp; readonly files: Readonly<Record<string, string>> };

/**
 * fhirclient gets no network, no log and no FHIR client: its requests pass through `fhirclientFetch.ts`, which answers
 * discovery from the document that we checked and lets the token request through; its debug output, which prints tokens,
 * goes nowhere. docs/decisions/0001.
 */
const FHIRCLIENT: Replacement = {
  importer: /[\\/]fhirclient[\\/]lib[\\/]/,
  files: {
    './Client': fileAt('../stubs/fhirclient-client.js'),
    './HttpError': fileAt('../stubs/fhirclient-http-error.js'),
    './settings': fileAt('../stubs/fhirclient-settings.js'),
    debug: fileAt('../stubs/debug.cjs'),
    'js-base64': fileAt('../stubs/js-base64.js'),
  },
};
const FETCH_OF_FHIRCLIENT = 'cross-fetch';
const OUR_FETCH = fileAt('../src/smart/authorization/fhirclientFetch.ts');

/**
 * TanStack Query's client imports mutations and infinite queries, which no bundler can see to be unused. Longview has
 * neither, and the first chart needs 1.6 kB less without them. docs/decisions/0011.
 */
const QUERY: Replacement = {
  importer: /[\\/]query-core[\\/]build[\\/]/,
  files: {
    './mutationCache.js': fileAt('../stubs/query-mutation-cache.js'),
    './infiniteQueryBehavior.js': fileAt('../stubs/query-infinite.js'),
  },
};

/** These are the files of fhirclient that `src/` imports. */
export const FHIRCLIENT_ENTRIES = ['fhirclient/lib/smart', 'fhirclient/lib/security/browser'];

const replacing = {
  name: 'longview:replaced-modules',
  resolveId(source: string, importer = ''): string | null {
    if (source === FETCH_OF_FHIRCLIENT) return OUR_FETCH;
    const replacement = [FHIRCLIENT, QUERY].find((one) => one.importer.test(importer));
    return replacement?.files[source] ?? null;
  },
};

/**
 * The development server and the tests read no CommonJS, so Vite bundles fhirclient for them first. Our fetch stays out of
 * that bundle: it holds what `authorize.ts` tells it, so the page may have it once only.
 */
const optimizeDeps: DepOptimizationOptions = {
  include: FHIRCLIENT_ENTRIES,
  rolldownOptions: { plugins: [esmExternalRequirePlugin({ external: [FETCH_OF_FHIRCLIENT] }), replacing] },
};

/**
 * Replaces whole modules inside two libraries by files of ours. No text of a library is changed: what is not named here
 * runs as published (docs/decisions/0011), and `bundle.test.ts` fails otherwise.
 */
export const replacedModules = (): Plugin => ({
  ...replacing,
  enforce: 'pre',
  // fhirclient would take the browser's own fetch where a page defines this name.
  config: () => ({ define: { FHIRCLIENT_PURE: 'undefined' } }),
  configEnvironment: () => ({ optimizeDeps }),
});
