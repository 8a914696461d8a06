import { sep } from 'node:path';

/**
 * These are the rooms of `src/` and who may import whom, in one table. The lint rule (oneWay.mjs), the check of the structure
 * (checkStructure.ts) and their tests read it. docs/architecture.md shows the same as a picture.
 */

/** These are libraries whose use is limited to some stages. A library that is not named here may be used anywhere. */
export const LIMITED_PACKAGES = [
  'react',
  'react-dom',
  'fhirclient',
  'jose',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  'fhir/r4',
  'icu-minify',
];

/**
 * These are the stages, each with the stages and libraries that it may import. `rooms` lists the folders inside a stage from
 * the lowest to the highest: a room may import the rooms before it. A stage without `rooms` orders its folders freely.
 */
export const STAGES = {
  words: { imports: [], packages: ['icu-minify', 'react'] },
  network: { imports: ['words'], packages: [] },
  smart: { imports: ['network', 'words'], packages: ['fhirclient', 'jose', 'fhir/r4'] },
  fhir: { imports: ['smart', 'network', 'words'], packages: ['fhir/r4'] },
  clinical: {
    imports: ['words'],
    packages: ['fhir/r4'],
    rooms: [
      'time',
      'catalog',
      'fhirElements',
      'patient',
      'units',
      'observation',
      'series',
      'events',
      'derived',
      'growth',
      'change',
      'unitChoice',
      'medication',
      'source',
    ],
  },
  record: { imports: ['clinical', 'fhir', 'smart', 'words'], packages: ['@tanstack/react-query', 'fhir/r4'] },
  ui: { imports: ['words'], packages: ['react', 'react-dom'] },
  charts: {
    imports: ['clinical', 'ui', 'words'],
    packages: ['react'],
    rooms: ['format', 'axis', 'image', 'lanes', 'marks', 'reading', 'sparkline', 'trend', 'strip', 'monitor'],
  },
  parts: {
    imports: ['charts', 'record', 'clinical', 'smart', 'ui', 'words'],
    packages: ['react', '@tanstack/react-query', '@tanstack/react-virtual'],
    rooms: [
      'navigation',
      'openRecord',
      'language',
      'glossary',
      'recordStatus',
      'strips',
      'timeWindow',
      'events',
      'notices',
      'symbols',
      'header',
      'results',
      'growth',
      'statistics',
      'source',
      'changes',
      'export',
      'monitor',
      'screenUrls',
      'savedViews',
    ],
  },
  screens: {
    imports: ['parts', 'charts', 'record', 'clinical', 'smart', 'ui', 'words'],
    packages: ['react', '@tanstack/react-query', '@tanstack/react-virtual'],
    // A screen imports no other screen: what two screens share is a part.
    areRoomsApart: true,
  },
  app: {
    imports: ['screens', 'parts', 'charts', 'record', 'clinical', 'fhir', 'smart', 'network', 'ui', 'words'],
    packages: ['react', 'react-dom', '@tanstack/react-query'],
  },
  testing: {
    imports: ['app', 'screens', 'parts', 'charts', 'record', 'clinical', 'fhir', 'smart', 'ui', 'words'],
    packages: ['react', 'react-dom', '@tanstack/react-query', 'fhir/r4'],
  },
  gallery: {
    imports: [
      'testing',
      'app',
      'screens',
      'parts',
      'charts',
      'record',
      'clinical',
      'fhir',
      'smart',
      'ui',
      'words',
    ],
    packages: ['react', 'react-dom', '@tanstack/react-query'],
  },
};

/** The entries of the pages, `src/*.ts`, hold a page's first line: they import the shell and nothing else. */
const ENTRY_IMPORTS = ['app'];

/**
 * Other top folders: the sandbox is another system and shares no code with the app. Of the libraries it shares the types of
 * FHIR, and jose, with which the token handler signs for the authorization server what the app never sees (decision 58).
 */
export const SANDBOX = { name: 'sandbox', packages: ['fhir/r4', 'jose'] };

/** Tests, and builders that the tests of one room share. */
const TEST = /(?:\.test|Fixture)\.tsx?$/;

/** Splits `src/parts/header/SearchBox.tsx` into its stage and room; undefined outside of `src/` and `sandbox/`. */
export function placeOf(path) {
  const [top, stage, room, ...rest] = path.split('/');
  if (top === SANDBOX.name) return { stage: SANDBOX.name, room: '', isTest: false };
  if (top !== 'src' || stage === undefined) return undefined;
  if (room === undefined) return { stage: 'src', room: '', isTest: TEST.test(path) };
  return { stage, room: rest.length > 0 ? room : '', isTest: TEST.test(path) };
}

/** Returns whether a file, by its path from the root, draws what a person sees in the app or the sandbox: it is no test and no page for development. */
export function isShownToReaders(path) {
  const place = placeOf(path.split(sep).join('/'));
  return place !== undefined && !place.isTest && !['gallery', 'testing'].includes(place.stage);
}

/** Says why a file of one place must not import a file of another; undefined where it may. */
export function whyNotImport(from, to) {
  if (from.stage === SANDBOX.name || to.stage === SANDBOX.name)
    return from.stage === to.stage
      ? undefined
      : 'sandbox/ is another system: it shares no code with the app.';
  if (from.stage === to.stage) return from.stage === 'src' ? undefined : whyNotRoom(from, to);
  const imports = from.stage === 'src' ? ENTRY_IMPORTS : STAGES[from.stage]?.imports;
  if (imports?.includes(to.stage) || (from.isTest && to.stage === 'testing')) return undefined;
  return `Imports go one way: ${from.stage}/ may not import ${to.stage}/.`;
}

function whyNotRoom(from, to) {
  const { rooms, areRoomsApart } = STAGES[from.stage] ?? {};
  if (from.room === to.room) return undefined;
  if (areRoomsApart)
    return `A screen imports no other screen: move what ${from.room}/ and ${to.room}/ share to parts/.`;
  if (rooms === undefined) return undefined;
  const [below, above] = [rooms.indexOf(to.room), rooms.indexOf(from.room)];
  if (below < 0 || above < 0)
    return `${from.room}/ or ${to.room}/ has no place among the rooms of ${from.stage}/.`;
  return below < above ? undefined : `In ${from.stage}/ the room ${from.room}/ stands below ${to.room}/.`;
}

/** Says why a file of this place must not use this library; undefined where it may. */
export function whyNotPackage(from, specifier) {
  const name = LIMITED_PACKAGES.find((one) => specifier === one || specifier.startsWith(`${one}/`));
  const stage = from.stage === SANDBOX.name ? SANDBOX : STAGES[from.stage];
  if (name === undefined || stage === undefined || stage.packages.includes(name)) return undefined;
  return `${from.stage}/ may not use ${name}.`;
}
