import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asModule, asPublicClient } from './handshake.ts';

const library = (file: string): string => readFileSync(`node_modules/fhirclient/lib/${file}`, 'utf8');

test.each(['smart.js', 'lib.js', 'security/browser.js'])(
  '%s of the library can be read as a module',
  (file) => {
    expect(asModule(library(file), file)).toMatch(/^export /m);
  },
);

test('a form that is not known stops the build', () => {
  expect(() => asModule('exports["x"] = 1;\nexports.y = () => 1;', 'new.js')).toThrow(
    /no longer in the form/,
  );
  expect(() => asModule('const x = require("x");', 'new.js')).toThrow(/no longer in the form/);
});

test('what a client with a secret or a key needs is left out, or the build stops', () => {
  const leftOut = ['smart.js', 'security/browser.js'].map((file) =>
    asModule(asPublicClient(library(file), `fhirclient/lib/${file}`), file),
  );
  expect(leftOut.join('')).not.toMatch(
    /if \((?:clientSecret|privateKey)\)|export .*(?:importJWK|signCompactJws)/,
  );
  expect(leftOut[1]).toMatch(/generatePKCEChallenge/);
  expect(() => asPublicClient('if (secret) {', 'fhirclient/lib/smart.js')).toThrow(/no longer says once/);
});
