// The commands need Node 20.19 and the packages. This file runs with neither, so that whoever lacks one is told so in a sentence.
import { readFileSync } from 'node:fs';

/** Returns what is wrong with a version of Node, such as "18.20.8"; undefined when nothing is. `wanted` is `engines.node` of package.json. */
export function nodeProblem(version, wanted) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.replace('>=', '').split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
    ? undefined
    : `Longview needs Node ${wantedMajor}.${wantedMinor} or newer, and this is Node ${version}.`;
}

/** npm leaves out what builds the pages where the environment asks for production alone, and `npm ci` would change nothing. */
export const installCommand = (env) =>
  env.NODE_ENV === 'production' || /\bdev\b/.test(env.npm_config_omit ?? '')
    ? 'npm ci --include=dev'
    : 'npm ci';

/** Loads Vite, which runs the TypeScript of `build/`. Where that cannot be, it says why and ends the process. */
export async function loadVite() {
  const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const problem = nodeProblem(process.versions.node, engines.node);
  if (problem !== undefined) return end(problem);
  try {
    return await import('vite');
  } catch (error) {
    const isMissing = error?.code === 'ERR_MODULE_NOT_FOUND';
    const why = isMissing ? 'are not installed' : `cannot be loaded by Node ${process.versions.node}`;
    const reason = isMissing ? '' : `\n(${String(error?.message ?? error).split('\n')[0]})`;
    return end(`The packages of Longview ${why}. Run: ${installCommand(process.env)}${reason}`);
  }
}

function end(why) {
  console.error(why);
  process.exit(1);
}
