import type { Plugin } from 'vite';

/**
 * V8 compiles a function when it is called for the first time, and the page waits for it: a quarter of the way from the first
 * answer to the first chart. A file that begins with this comment is compiled whole on another thread while it arrives. For other
 * engines it is a comment. https://v8.dev/blog/explicit-compile-hints
 */
export const COMPILE_HINT = '//# allFunctionsCalledOnLoad';

/** Nearly all of these chunks runs until the first chart (`chunks.ts`). */
const OF_FIRST_CHART: readonly string[] = ['main', 'react'];

/**
 * Begins the files of the first chart with the hint. It counts in the first line alone, and Vite puts a list of files there at the very
 * end of its own work.
 */
export const compileHint = (): Plugin => ({
  name: 'longview:compile-hint',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && OF_FIRST_CHART.includes(file.name))
          file.code = `${COMPILE_HINT}\n${file.code}`;
    },
  },
});
