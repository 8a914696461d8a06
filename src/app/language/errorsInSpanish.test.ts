import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { SPANISH } from './spanish.ts';
import { speak, speakEnglish } from '../../words/language.ts';
import { errorText } from '../../smart/errors/errorText.ts';
import * as inlined from '../../smart/errors/launchError.messages.ts';
import { LaunchError, type ErrorCode } from '../../smart/errors/LaunchError.ts';
import { launchErrorTextsInApp } from '../../smart/errors/launchErrorsInApp.ts';

beforeAll(() => void vi.stubGlobal('navigator', { onLine: true }));
afterEach(() => speakEnglish());

const saidOf = (text: unknown): unknown => (typeof text === 'function' ? text('Mercy') : text);

test('the app says in English what the launch page says', () => {
  const all: Readonly<Record<string, unknown>> = inlined;
  const { openFromChartAgain, signInAgain, ...said } = launchErrorTextsInApp();
  expect(Object.keys(all)).not.toContain('openFromChartAgain');
  expect([openFromChartAgain, signInAgain].every((text) => text !== '')).toBe(true);
  const texts = Object.entries(said);
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter(([name, text]) => saidOf(text) !== saidOf(all[name]))).toEqual([]);
});

const CODES: readonly ErrorCode[] = [
  ...(['E01', 'E02', 'E03', 'E04', 'E05', 'E06', 'E07', 'E08', 'E09', 'E10', 'E11', 'E12'] as const),
  ...(['E13', 'E14', 'E15', 'E17', 'E21'] as const),
];

test.each(CODES)('%s is said whole in Spanish when the page speaks Spanish', (code) => {
  const error = new LaunchError(code);
  const english = errorText(error);
  speak('es', 'es-MX', SPANISH);
  const spanish = errorText(error);
  expect(spanish.heading).not.toBe(english.heading);
  expect(`${spanish.heading} ${spanish.text} ${spanish.action?.label}`).not.toMatch(
    /\b(?:the|your|and|is|was|again|could|not)\b/i,
  );
  expect(spanish.action?.kind).toBe(english.action?.kind);
});
