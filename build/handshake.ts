import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const LIBRARY = /[\\/]fhirclient[\\/]lib[\\/]/;

const STAND_INS: Record<string, string> = {
  './Client': here('../stubs/fhirclient-client.js'),
  './HttpError': here('../stubs/fhirclient-http-error.js'),
  './settings': here('../stubs/fhirclient-settings.js'),
  'cross-fetch': here('../src/smart/authorization/fhirclientFetch.ts'),
  debug: here('../stubs/debug.js'),
  'js-base64': here('../stubs/js-base64.js'),
};

/**
 * Takes fhirclient's own network away: its fetch becomes ours (discovery is answered from the document that we read and
 * checked, the token POST is let through, all else is refused), its FHIR client becomes a holder of state, and its debug
 * output, which prints tokens, becomes nothing. Its CommonJS is read as modules, so that each page carries only the half
 * of the handshake that it performs, and nothing of a client with a secret or a key of its own. docs/decisions/0001.
 */
export const handshake = (): Plugin => ({
  name: 'longview:handshake',
  enforce: 'pre',
  resolveId(source, importer) {
    return importer !== undefined && LIBRARY.test(importer) ? (STAND_INS[source] ?? null) : null;
  },
  transform(code, id) {
    return LIBRARY.test(id) && id.endsWith('.js')
      ? { code: asModule(asPublicClient(code, id), id), map: null }
      : null;
  },
});

// Longview is a public client: it has no secret and no key, so it never has to send or sign anything with one.
const CONFIDENTIAL: readonly (readonly [file: string, text: string, becomes: string])[] = [
  ['lib/smart.js', 'if (clientSecret) {', 'if (false) {'],
  ['lib/smart.js', 'else if (privateKey) {', 'else if (false) {'],
  ['lib/security/browser.js', 'exports.importJWK = importJWK;', ''],
  ['lib/security/browser.js', 'exports.signCompactJws = signCompactJws;', ''],
];

/** Throws when the library no longer says it in these words. */
export function asPublicClient(code: string, id: string): string {
  let left = code;
  for (const [file, text, becomes] of CONFIDENTIAL) {
    if (!id.replaceAll('\\', '/').endsWith(file)) continue;
    if (left.split(text).length !== 2)
      throw new Error(`fhirclient no longer says once what build/handshake.ts leaves out: ${id}: ${text}`);
    left = left.replace(text, becomes);
  }
  return left;
}

// The forms that the library's compiler writes, each as a module says it.
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^"use strict";$/m, ''],
  [/^Object\.defineProperty\(exports, "\w+", \{[\s\S]*?^\}\);$/gm, ''],
  [/^(?:exports\.\w+ = )+void 0;$/m, ''],
  [/^const (\w+_1) = require\("(.+)"\);$/gm, 'import * as $1 from "$2";'],
  [/^ +debug\(.*\);$/gm, ''],
  [/^const debug = require\("debug"\);$/m, 'import debug from "debug";'],
  [
    /^const (\{[\s\w,]+\}) = typeof FHIRCLIENT_PURE .*require\("cross-fetch"\);$/m,
    'import $1 from "cross-fetch";',
  ],
  [/^const crypto = .*require\("isomorphic-webcrypto"\)\.default;$/m, 'const crypto = globalThis.crypto;'],
  [/^exports\.(\w+) = (\w+);$/gm, 'export { $2 as $1 };'],
  [/^exports\.(\w+) = \{$/gm, 'export const $1 = {'],
];

/** Throws when anything of CommonJS is left: the library has changed its form and this file must follow. */
export function asModule(code: string, id: string): string {
  const module = FORMS.reduce((text, [form, becomes]) => text.replace(form, becomes), code);
  const left = /\bexports\.|^(?!\s*(?:\/\/|\*)).*\brequire\(/m.exec(module)?.[0];
  if (left !== undefined)
    throw new Error(`fhirclient is no longer in the form that build/handshake.ts knows: ${id}: ${left}`);
  return module;
}
