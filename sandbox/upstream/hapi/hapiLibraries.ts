import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LIST = fileURLToPath(new URL('../../../.hapi/classpath', import.meta.url));
const POM = fileURLToPath(new URL('pom.xml', import.meta.url));
/** docs/fhir-upstream.md has this command. It downloads the libraries once and writes the list of them. */
export const FETCH_COMMAND = 'mvn -f sandbox/upstream/hapi/pom.xml dependency:build-classpath';

type Libraries = { readonly classPath: string } | { readonly missing: string };

/**
 * Returns where Java finds HAPI's libraries, or why a HAPI server cannot be started here. A folder of them may be named by
 * `LONGVIEW_HAPI_JARS`. Else they are taken from Maven's local repository, and nothing is downloaded.
 */
export function hapiLibraries(folder = process.env['LONGVIEW_HAPI_JARS']): Libraries {
  if (spawnSync('java', ['-version']).error !== undefined) return { missing: 'there is no Java' };
  if (folder !== undefined && folder !== '')
    return existsSync(folder)
      ? { classPath: join(folder, '*') }
      : { missing: `there is no folder ${folder}` };
  const classPath = listedLibraries() ?? (mayBeStored() && listAgain() ? listedLibraries() : undefined);
  return classPath === undefined
    ? { missing: `HAPI's libraries are not in Maven's local repository; ${FETCH_COMMAND} fetches them` }
    : { classPath };
}

/** Returns the class path of the list, if everything that stands in it is still there. */
function listedLibraries(): string | undefined {
  const classPath = existsSync(LIST) ? readFileSync(LIST, 'utf8').trim() : '';
  return classPath !== '' && classPath.split(delimiter).every((jar) => existsSync(jar))
    ? classPath
    : undefined;
}

/** Maven takes seconds to start, so it is asked only where it probably has them. */
const mayBeStored = (): boolean =>
  existsSync(join(homedir(), '.m2/repository/ca/uhn/hapi/fhir/hapi-fhir-server')) &&
  spawnSync('mvn', ['--version']).status === 0;

const listAgain = (): boolean =>
  spawnSync('mvn', ['--offline', '--batch-mode', '--quiet', '-f', POM, 'dependency:build-classpath'])
    .status === 0;
