import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { HttpResponse } from '../http.ts';

const TYPES: Readonly<Record<string, string>> = {
  '/sandbox.css': 'text/css; charset=utf-8',
  '/choices.css': 'text/css; charset=utf-8',
  '/portal.css': 'text/css; charset=utf-8',
  '/ehr.css': 'text/css; charset=utf-8',
  '/ehrPage.js': 'text/javascript; charset=utf-8',
  '/launchPage.js': 'text/javascript; charset=utf-8',
};

/** Returns a file that the pages load, or undefined where there is none of this name. */
export function staticFile(path: string): HttpResponse | undefined {
  const type = Object.hasOwn(TYPES, path) ? TYPES[path] : undefined;
  if (type === undefined) return undefined;
  const file = fileURLToPath(new URL(`.${path}`, import.meta.url));
  return { status: 200, type, body: readFileSync(file, 'utf8') };
}
