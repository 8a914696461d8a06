// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SPANISH } from './spanish.ts';
import { speak, speakEnglish } from '../../words/language.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { fleschKincaidGrade } from '../../testing/readingLevel/readingLevel.ts';
import { LaunchError, type ErrorCode } from '../../smart/errors/LaunchError.ts';
import type { ErrorAction } from '../../smart/errors/launchErrorText.ts';
import { patientErrorText } from '../../smart/errors/patientErrorText.ts';
import { UNLISTED } from '../../smart/site/site.ts';

const CODES: readonly ErrorCode[] = [
  ...(['E01', 'E02', 'E03', 'E04', 'E05', 'E06', 'E07', 'E08', 'E09', 'E10', 'E11', 'E12'] as const),
  ...(['E13', 'E14', 'E15', 'E17', 'E21'] as const),
];

const FACTS: readonly Readonly<Record<string, string>>[] = [
  {},
  ...['busy', 'server', 'unreadable', 'refused'].map((failure) => ({ failure })),
  ...['patient', 'results'].map((notAllowed) => ({ notAllowed })),
  ...['closedChart', 'signedOut', 'otherChart', 'unknownChart', UNLISTED].map((reason) => ({ reason })),
  { 'not read': 'x' },
  { fault: 'x' },
];

const site = siteOf({ label: 'Mercy' });
const ORIGINS = [
  { site, kind: 'standalone' },
  { site, kind: 'ehr' },
  { site },
  { kind: 'standalone' },
  {},
] as const;

const LANGUAGES = ['English', 'Spanish'] as const;

/** A screen without a button tells the reader to open Longview again from the page it was opened from. */
type Step = ErrorAction['kind'] | 'none';
const STEPS: Readonly<Record<(typeof LANGUAGES)[number], Readonly<Record<Step, RegExp>>>> = {
  English: {
    signIn: /(?<!Then )sign in again/i,
    retry: /try (?:it )?again/i,
    start: /start page|start again/i,
    newWindow: /open the sign-in window/i,
    ownTab: /own tab|tab of its own/i,
    close: /close this (?:view|page)/i,
    none: /open Longview again/i,
  },
  Spanish: {
    signIn: /(?<!Después )entre de nuevo/i,
    retry: /intente de nuevo|intentar de nuevo/i,
    start: /página de inicio|empiece de nuevo/i,
    newWindow: /abra la ventana de entrada/i,
    ownTab: /propia pestaña/i,
    close: /cierre esta (?:vista|página)/i,
    none: /abra Longview de nuevo/i,
  },
};

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  speakEnglish();
  vi.restoreAllMocks();
});

const textsOfCode = (code: ErrorCode) =>
  FACTS.flatMap((facts) =>
    ORIGINS.map((origin) => patientErrorText(new LaunchError(code, { ...origin, facts }))),
  );

test.each(LANGUAGES.flatMap((language) => CODES.map((code) => [code, language] as const)))(
  '%s tells a patient in %s to do what its button does, and nothing else',
  (code, language) => {
    if (language === 'Spanish') speak('es', 'es-US', SPANISH);
    for (const isOnline of [true, false]) {
      vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
      for (const { text, action } of textsOfCode(code)) {
        const named = Object.entries(STEPS[language]).filter(([, words]) => words.test(text));
        expect([text, named.map(([step]) => step)]).toEqual([text, [action?.kind ?? 'none']]);
      }
    }
  },
);

test('a patient whose place left the list is told so, and not that the sign-in is too old', () => {
  for (const code of ['E08', 'E13'] as const) {
    const { heading, text, action } = patientErrorText(
      new LaunchError(code, { facts: { reason: UNLISTED } }),
    );
    expect(heading).toBe('This place is not on our list any more');
    expect(text).toContain('Ask them how to see these results.');
    expect(action?.kind).toBe('start');
  }
});

test.each(CODES)('%s stays plain with every step', (code) => {
  for (const { text } of textsOfCode(code))
    for (const sentence of text.split(/(?<=\.)\s/))
      expect([sentence, fleschKincaidGrade(sentence) <= 8]).toEqual([sentence, true]);
});
