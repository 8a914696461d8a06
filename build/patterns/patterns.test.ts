import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Pattern } from './program.ts';
import { stepCounter } from './stepCounter.ts';
import { hostileTexts, textOfLength, type HostileText } from './hostileTexts.ts';
import { CAPPED_PATTERNS, MADE_PATTERNS } from './patternTable.ts';
import { sourcePatterns, unitRules } from './sourcePatterns.ts';

const LONG = 5_000;
/** A linear pattern takes at most this many steps for each character: it tries each of its words once at each place. */
const STEPS_EACH = 300;
/** A capped pattern takes at most this many steps on the longest text that it can meet. */
const STEPS_IN_ALL = 1_500_000;
/** The texts that cost most are found among short ones. */
const SHORT = 100;
const LONG_TEXTS = 4;

/** The patterns are searched in these parts one after the other. */
const PARTS = [
  'src/app/',
  'src/charts/',
  'src/clinical/c',
  'src/clinical/derived',
  'src/clinical/events',
  'src/clinical/fhirElements',
  'src/clinical/growth',
  'src/clinical/medication',
  'src/clinical/observation/attached',
  'src/clinical/observation/identity',
  'src/clinical/observation/',
  'src/clinical/patient',
  'src/clinical/s',
  'src/clinical/time',
  'src/clinical/u',
  'src/fhir/',
  'src/parts/',
  'src/record/',
  'src/screens/',
  'src/smart/',
  'src/ui/',
  'src/words/',
];

type Placed = Pattern & { readonly path: string };

const { literals, makers } = sourcePatterns(process.cwd());

afterEach(() => {
  vi.unstubAllGlobals();
});

/**
 * Returns whether a file makes a pattern now, itself or by a function of another file. Behind the first frame that waits stand the files
 * that import the one that is loaded, and each of these is loaded for its own patterns.
 */
const isMadeBy = (path: string): boolean =>
  new Error('made').stack?.split('\n    at async ')[0]!.includes(path) === true;

/** Loads a file and returns the patterns that it makes meanwhile. */
async function patternsMadeBy(path: string): Promise<readonly Pattern[]> {
  const made: Pattern[] = [];
  vi.resetModules();
  vi.stubGlobal(
    'RegExp',
    new Proxy(RegExp, {
      construct(target, [source, flags = '']: [unknown, string?]) {
        if (typeof source === 'string' && isMadeBy(path)) made.push({ source, flags });
        return Reflect.construct(target, [source, flags]) as RegExp;
      },
    }),
  );
  await import(/* @vite-ignore */ `../../${path}`);
  vi.unstubAllGlobals();
  return made;
}

/** Returns the patterns that a file makes of texts. */
async function madePatterns(path: string): Promise<readonly Pattern[]> {
  const { whenLoaded, examples = [] } = MADE_PATTERNS[path] ?? {};
  if (path.endsWith('canonicalUnit.ts')) return unitRules(process.cwd());
  return whenLoaded ? patternsMadeBy(path) : examples;
}

const isCapped = ({ path, source }: Placed) =>
  CAPPED_PATTERNS.find((capped) => capped.path === path && source.startsWith(capped.begins));

/** Returns the hostile texts on which a pattern takes the most steps, the worst first. */
function worstTexts(pattern: Pattern, length: number): readonly HostileText[] {
  const count = stepCounter(pattern);
  return hostileTexts(pattern)
    .map((hostile) => {
      const text = textOfLength(hostile, Math.min(length, SHORT));
      return { hostile, each: count(text, 2 * STEPS_EACH * text.length).steps / text.length };
    })
    .toSorted((a, b) => b.each - a.each)
    .slice(0, LONG_TEXTS)
    .map(({ hostile }) => hostile);
}

/** Returns the text that takes more steps than the limit; undefined when there is none. */
function textOverLimit(pattern: Placed): string | undefined {
  const capped = isCapped(pattern);
  const length = capped?.characters ?? LONG;
  const count = stepCounter(pattern);
  const over = worstTexts(pattern, length).find((hostile) => {
    const text = textOfLength(hostile, length).slice(0, length + 10);
    return count(text, capped ? STEPS_IN_ALL : STEPS_EACH * text.length).isOver;
  });
  return (
    over && `${pattern.path} /${pattern.source}/${pattern.flags} on ${JSON.stringify(over).slice(0, 200)}`
  );
}

const overLimit = (patterns: readonly Placed[]): readonly string[] =>
  patterns.flatMap((pattern) => textOverLimit(pattern) ?? []);

describe('every regular expression of the product', () => {
  test('was found', () => {
    expect(literals.length).toBeGreaterThan(350);
  });

  test.each(PARTS)('in %s takes few steps on hostile texts of 5 kB', (part) => {
    const patterns = literals.filter(({ path }) => PARTS.find((one) => path.startsWith(one)) === part);
    expect(patterns).not.toEqual([]);
    expect(overLimit(patterns)).toEqual([]);
  });

  test('is in one of these parts', () => {
    expect(literals.filter(({ path }) => !PARTS.some((part) => path.startsWith(part)))).toEqual([]);
  });

  test.each(makers)('that %s makes of a text takes few steps on hostile texts of 5 kB', async (path) => {
    const made = await madePatterns(path);
    expect(overLimit(made.map((pattern) => ({ ...pattern, path })))).toEqual([]);
  });

  test.each(makers.filter((path) => MADE_PATTERNS[path]?.whenLoaded))(
    'that %s makes when it is loaded is seen being made',
    async (path) => {
      expect((await patternsMadeBy(path)).length).toBeGreaterThan(0);
    },
  );

  test('that is only met by a capped text still stands in its file', () => {
    const gone = CAPPED_PATTERNS.filter(
      ({ path, begins }) =>
        !(
          makers.includes(path) || literals.some((one) => one.path === path && one.source.startsWith(begins))
        ),
    );
    expect(gone).toEqual([]);
  });

  test('that is made of a text is entered in the table', () => {
    expect(makers.toSorted()).toEqual(Object.keys(MADE_PATTERNS).toSorted());
  });
});
