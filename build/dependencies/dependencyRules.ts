/** These terms ask for no more than to keep the notice. A library that is shipped has one of these (docs/decisions/0030). */
export const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
]);

/** A package under other terms may build or test the product, and is not shipped. */
export type LicenceException = { readonly name: RegExp; readonly licence: string; readonly why: string };

export const EXCEPTIONS: readonly LicenceException[] = [
  {
    name: /^(?:@axe-core\/playwright|axe-core)$/,
    licence: 'MPL-2.0',
    why: 'tests look for barriers with it; MPL binds who changes its files',
  },
  {
    name: /^lightningcss(?:-|$)/,
    licence: 'MPL-2.0',
    why: 'Vite makes style sheets smaller with it; MPL binds who changes its files',
  },
  { name: /^caniuse-lite$/, licence: 'CC-BY-4.0', why: 'facts about browsers, read by build tools' },
  { name: /^spdx-exceptions$/, licence: 'CC-BY-3.0', why: 'names of licences, read by this check' },
  { name: /^spdx-license-ids$/, licence: 'CC0-1.0', why: 'names of licences, read by this check' },
  { name: /^railroad-diagrams$/, licence: 'CC0-1.0', why: 'comes with the check of the bill of materials' },
  {
    name: /^pako$/,
    licence: '(MIT AND Zlib)',
    why: 'comes with selenium-webdriver, which drives browsers in tests; Zlib asks to keep its notice',
  },
  {
    name: /^@lhncbc\/ucum-lhc$/,
    licence: 'SEE LICENSE IN LICENSE.md',
    why: 'tests compare units with it; its text is free to use and keeps the notices of LOINC and UCUM',
  },
];

/** The product depends on several major versions of these packages. Each text says why that is right. */
export const SEVERAL_MAJORS: Readonly<Record<string, string>> = {
  jose: 'fhirclient asks for version 4 on servers, and the pages hold nothing of it (sbom.cdx.json)',
};
