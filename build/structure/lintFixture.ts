/** This file lints planted samples, for the tests of our own lint rules. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export type Reported = { readonly code: string; readonly file: string; readonly message: string };

/** Returns what these rules, set as in the project's own configuration, find in a project of these files. */
export function lintSamples(
  files: Readonly<Record<string, string>>,
  names: readonly string[],
): readonly Reported[] {
  const folder = mkdtempSync(join(tmpdir(), 'longview-lint-'));
  const { rules } = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as { rules: Record<string, unknown> };
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(
    '.oxlintrc.json',
    JSON.stringify({
      plugins: ['import'],
      categories: { correctness: 'off' },
      rules: Object.fromEntries(names.map((name) => [name, rules[name]])),
      jsPlugins: [resolve('build/structure/oneWay.mjs')],
    }),
  );
  for (const [path, code] of Object.entries(files)) write(path, code);
  try {
    return reportsOf(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reportsOf(folder: string): readonly Reported[] {
  let report = '';
  try {
    report = execFileSync(join(process.cwd(), 'node_modules/.bin/oxlint'), ['--format', 'json', '.'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
  } catch (error) {
    report = (error as { stdout: string }).stdout; // oxlint found something and ends with 1
  }
  const { diagnostics } = JSON.parse(report) as {
    diagnostics: { code: string; filename: string; message: string }[];
  };
  return diagnostics.map(({ code, filename, message }) => ({
    code,
    message,
    file: filename.replaceAll('\\', '/'),
  }));
}
