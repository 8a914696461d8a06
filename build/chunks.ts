import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';

type CodeSplitting = Exclude<Rolldown.OutputOptions['codeSplitting'], boolean | undefined>;

const SRC = fileURLToPath(new URL('../src/', import.meta.url)).replaceAll('\\', '/');

/**
 * A second language is a file of its own, whatever room its texts belong to, so that whoever reads it waits for no screen. It makes its
 * chunk by itself: as a group it would bring a file of the bundler's own along, which every page would fetch. The file that registers the
 * catalogs of a language has its English name, `spanish.ts`.
 */
const SECOND_LANGUAGE = /\.[a-z]{2}\.messages\.ts$|^app\/language\/[a-z]+\.ts$/;

/**
 * Returns a test of the path below `src/`: it has to match the first pattern and not the second. A module from anywhere else, or of a
 * second language, never matches.
 */
const inSrc =
  (path: RegExp, except?: RegExp) =>
  (id: string): boolean => {
    const file = id.replaceAll('\\', '/');
    const own = file.slice(SRC.length);
    if (!file.startsWith(SRC) || SECOND_LANGUAGE.test(own)) return false;
    return path.test(own) && except?.test(own) !== true;
  };

const SCREEN = /\/src\/screens\/(\w+)\//;

/** Returns a pattern for a path that begins with any of these. A name with its ending is that file, and one that ends with "/" that folder. */
const anyOf = (...beginnings: readonly string[]): RegExp =>
  new RegExp(`^(?:${beginnings.map((one) => one.replaceAll('.', String.raw`\.`)).join('|')})`);

/** The overview has all that no other chunk has. */
const isOfOverview = inSrc(
  /^/,
  anyOf(
    'screens/(?!overview/)',
    'app/patient/',
    'app/about/',
    'charts/trend/',
    'smart/',
    'parts/glossary/(?:texts/|[a-z]+(?<!load)Glossary.ts)',
    'clinical/growth/(?!growthMeasurement.ts)',
    'parts/growth/(?!useChildGrowth.ts)',
  ),
);
/** Every view needs these after its first result. */
const isOfEvents = inSrc(
  anyOf(
    'record/events/',
    'record/identity/laterIdentity.ts',
    'record/search/(?:windowReading|dateWindows).ts',
    'record/flowsheet/laterReading.ts',
    'record/flowsheet/recordChanges.ts',
    'clinical/patient/changedFacts.ts',
    'clinical/observation/rangePosition/',
    'clinical/unitChoice/unitConverter.ts',
    'clinical/growth/growthMeasurement.ts',
    'parts/events/useEvents.ts',
    'parts/events/eventGaps.ts',
    'parts/growth/useChildGrowth.ts',
    'parts/navigation/patientScreens.ts',
    'parts/recordStatus/aheadResults.ts',
    'app/RecordDocumentState.tsx',
    'app/useSettledMark.ts',
    'app/useIdleRerender.ts',
    'app/about/useAbout.tsx',
    'app/session/SessionNotices.tsx',
    'app/session/endByReader.ts',
    'ui/layout/textScale.ts',
    'ui/loading/useIsPainted.ts',
    'ui/useDialog.ts',
    'ui/keyboard/closeWhenLeft.ts',
    'ui/Dialog.tsx',
  ),
);
/** The further screens of the patient's view are chunks of their own. */
const isOfPatientView = inSrc(
  anyOf('screens/myResults/', 'app/patient/'),
  anyOf(
    'screens/myResults/(?:result|care|measurements)/',
    'screens/myResults/growth/(?:GrowthScreen|growthSentences|newestGrowth)',
  ),
);

/** These are the further screens of the patient's view, which the list of results does not need, by their folders. */
const PATIENT_SCREENS: Readonly<Record<string, string>> = {
  result: 'oneResult',
  care: 'medicinesAndVisits',
  measurements: 'measurements',
  growth: 'myGrowth',
};
const PATIENT_SCREEN = /\/src\/screens\/myResults\/(\w+)\//;

const isOurs = inSrc(/^/);

/** Returns the name of the chunk of one screen. */
function screenOf(id: string): string | null {
  if (!isOurs(id)) return null;
  const path = id.replaceAll('\\', '/');
  const ofPatient = PATIENT_SCREENS[PATIENT_SCREEN.exec(path)?.[1] ?? ''];
  return ofPatient ?? SCREEN.exec(path)?.[1] ?? null;
}

const REACT = /[\\/]node_modules[\\/](?:react|react-dom|scheduler)[\\/]/;
const isReactRoot = inSrc(anyOf('app/pages/reactRoot.ts'));
const isOfReact = (id: string): boolean => REACT.test(id) || isReactRoot(id);

/**
 * These are the files that the app comes in, told by room, so that a new file of `src/` finds its chunk by itself. A group
 * takes the modules that it names and what they import, as far as no group before it has them. docs/decisions/0011.
 */
export const CHUNKS: NonNullable<CodeSplitting['groups']> = [
  // React runs while the token is awaited (app/pages/boot.ts), so it is a file of its own.
  { name: 'react', test: isOfReact },
  // This chunk is everything else that the first chart needs, since the entry imports it statically.
  { name: 'main', tags: ['$initial'] },
  // A page may need these three without the overview: on return from a sign-in, for an error, to say who is signed in. The
  // switch of languages stands in errors and in the patient's view, which both have the session.
  {
    name: 'session',
    test: inSrc(
      /^(?:smart\/(?:session\/|discovery\/|authorization\/scopes)|parts\/language\/LanguageSwitch\.tsx$)/,
    ),
  },
  { name: 'entry', test: inSrc(/^app\/entry\//) },
  // The choice of a patient on a server without a sign-in, which only a build for such a server shows.
  { name: 'openServer', test: inSrc(/^app\/openServer\//) },
  { name: 'identity', test: inSrc(/^record\/identity\/(?!laterIdentity\.ts)/) },
  // This chunk has the colours of the EHR, which only some launches bring along.
  { name: 'ehrStyle', test: inSrc(/^parts\/openRecord\/ehrStyle\.ts$/) },
  // This chunk reads the events and the windows of a long record, opens dialogs, closes menus, compares a refreshed record with the one before
  // and a number with its range, converts units, and says when a record was read and whether it has a child's growth. Every view needs it after its first result.
  { name: 'events', test: isOfEvents },
  // This chunk is the patient's view, with what belongs to its session.
  { name: 'myResults', test: isOfPatientView },
  // This chunk is one file for all that the overview adds to its first chart, and for what the other screens share with it. The
  // plain words for patients stay outside: each language is a file of its own, so that only the one that is shown is
  // fetched.
  { name: 'overview', test: isOfOverview },
  { name: 'about', test: inSrc(/^app\/about\/(?:AboutDialog|about\.messages)/) },
  // This chunk is the growth of children. Its tables are a file of their own, which is fetched when a child's measure is shown.
  { name: 'growth', test: inSrc(/^(?:clinical|parts)\/growth\/.+\.(?:tsx?|css)$/) },
  // This chunk is the handshake for signing in again from the running app.
  { name: 'signIn', test: inSrc(/^smart\/authorization\//) },
  {
    name: screenOf,
    debugName: 'a screen each',
  },
];
