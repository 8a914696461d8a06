// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { chartEntriesOf } from '../../charts/reading/chartEntries.ts';
import { symbolPath } from '../../charts/marks/symbols.tsx';
import { trendRow, trendSeries } from '../../testing/trendFixture.ts';
import { ReadingFlags } from './ReadingFlags.tsx';
import styles from './ReadingPanel.module.css';

afterEach(cleanup);

const flagOf = (text: string): Element => {
  const [entry] = chartEntriesOf(trendSeries([trendRow('2026-11-24T08:00:00Z', text)])).all;
  return render(<ReadingFlags entry={entry!} />).container;
};

test('rules 34 and 52: the flag of a preliminary result has its shape and its letter, hollow and without colour', () => {
  for (const flag of ['H', 'L'] as const) {
    const shown = flagOf(`6.1${flag}~`);
    expect(shown.textContent).toBe(flag);
    expect(shown.querySelector('path')?.getAttribute('d')).toBe(symbolPath(flag, 6, 6, 2.6));
    expect(shown.querySelector('[data-symbol]'), 'it is not the symbol of a final flag').toBeNull();
    expect(shown.firstElementChild?.className).toBe(styles['unsure']);
    cleanup();
  }
});

test('rules 34 and 52: a critical one keeps its sign', () => {
  expect(flagOf('7.2HH~').textContent).toBe('‼HH');
  cleanup();
  expect(flagOf('1.9LL~').textContent).toBe('‼LL');
});

test.each(['7.2HH', '7.2HH~'])('a voice has the letters of a critical flag and not its sign: %s', (text) => {
  const shown = flagOf(text);
  for (const hidden of shown.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  expect(shown.textContent).toBe('HH');
});

test('a final flag and a preliminary result without a flag stay as they are', () => {
  expect(flagOf('6.1H').querySelector('[data-symbol="H"]')).not.toBeNull();
  cleanup();
  expect(flagOf('4.1~').textContent).toBe('');
});
