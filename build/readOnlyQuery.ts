import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const STAND_INS: Record<string, string> = {
  './mutationCache.js': here('../stubs/query-mutation-cache.js'),
  './infiniteQueryBehavior.js': here('../stubs/query-infinite.js'),
};

/**
 * TanStack Query's client brings mutations and infinite queries along, which no bundler can see to be unused. Longview has
 * neither; without them the first chart needs 1.6 kB less. docs/decisions/0011.
 */
export const readOnlyQuery = (): Plugin => ({
  name: 'longview:read-only-query',
  enforce: 'pre',
  apply: 'build',
  resolveId: (source, importer) =>
    importer !== undefined && /[\\/]query-core[\\/]build[\\/]/.test(importer)
      ? (STAND_INS[source] ?? null)
      : null,
});
