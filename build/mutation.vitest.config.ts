import { defineConfig } from 'vitest/config';
import config from '../vite.config.ts';
import { SETUP_FILES, unitTests } from './testProjects.ts';

/**
 * The mutation run uses the tests of the clinical core and of the record alone, without a document: the others take
 * most of the time and add little to what these find.
 */
export default defineConfig(async (env) => {
  const configured = await config(env);
  const { alone, shared } = unitTests(process.cwd());
  const include = [...alone, ...shared].filter((path) =>
    /^(?:src\/(?:clinical|record|network|words)|bench)\//.test(path),
  );
  const projects = [{ extends: true as const, test: { name: 'mutation', include, setupFiles: SETUP_FILES } }];
  return { ...configured, test: { ...configured.test, projects } };
});
