import type { Plugin } from 'vite';

/**
 * V8 compiles a function when it is called for the first time, and the page waits for it: a quarter of the way from the first
 * answer to the first chart. A file that begins with this comment is compiled whole on another thread while it arrives. For other
 * engines it is a comment. https://v8.dev/blog/explicit-compile-hints
 */
export const COMPILE_HINT = '//# allFunctionsCalledOnLoad';

/**
 * Begins every file of the app with the hint, since a file runs most of its code when it draws for the first time. It counts in the first
 * line alone, and Vite puts a list of files there at the very end of its own work.
 */
export const compileHint = (): Plugin => ({
  name: 'longview:compile-hint',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk') file.code = `${COMPILE_HINT}\n${file.code}`;
    },
  },
});
