// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { pressure, resultInput } from '../../testing/recordFixture.ts';
import { potassiumResults, weight, pressureResults, showChanges, chooseSince } from './changesFixture.tsx';
import { HOUR_MS } from '../../clinical/time/durations.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

describe('since when', () => {
  it('can be chosen; the date says what it means', () => {
    const { strip, text, links } = showChanges([
      ...potassiumResults,
      ...weight,
      ...pressureResults.slice(0, 3),
      pressure(101, 72, '2026-11-24T09:20:00-06:00'),
    ]);
    expect(
      within(strip)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['90 days', '30 days', '24 hours']);
    expect(text()).toContain('Since 26 Aug 2026');
    expect(links()).toHaveLength(3);
    chooseSince('24h');
    expect(text()).toContain('Since 23 Nov 2026, 09:20, ');
    expect(links()).toHaveLength(1);
  });

  it('offers visit and stay where encounters are known, and begins with the stay', () => {
    const hospitalStay = {
      startMs: Date.parse('2026-11-10T08:00:00Z'),
      endMs: undefined,
      encounterClass: 'IMP',
    };
    const visit = { startMs: Date.parse('2026-08-01T08:00:00Z'), endMs: undefined, encounterClass: 'AMB' };
    const { strip, text, links } = showChanges(potassiumResults, { visits: [visit, hospitalStay] });
    expect(within(strip).getByRole('combobox')).toHaveProperty('value', 'stay');
    expect(text()).toContain('Since 10 Nov 2026, 02:00, ');
    expect(links()[0]).toContain('median of 8 results');
    chooseSince('visit');
    expect(text()).toContain('Since 1 Aug 2026, ');
    expect(links()[0]).toContain('median of 7 results');
  });

  it('in a stay without earlier results it begins with the last day', () => {
    const hourly = Array.from({ length: 40 }, (_, i) =>
      resultInput(
        '2823-3',
        i < 38 ? 4.5 : 6.1,
        'mmol/L',
        new Date(Date.UTC(2026, 10, 23) + i * HOUR_MS).toISOString(),
      ),
    );
    const hospitalStay = {
      startMs: Date.parse('2026-11-22T08:00:00Z'),
      endMs: undefined,
      encounterClass: 'IMP',
    };
    const { links, strip } = showChanges(hourly, { visits: [hospitalStay] });
    expect(within(strip).getByRole('combobox')).toHaveProperty('value', '24h');
    expect(links()).toEqual([
      'Potassium 6.1 millimoles per litre on 24 Nov 2026, 09:00, 1.6 above baseline 4.5 (median of 16 earlier results on 2 days, 22 Nov–23 Nov 2026), which fewer than 1 in 100 people reach by chance alone',
    ]);
  });
});

describe('since when is view state', () => {
  it('nobody chose: nothing stands in the address', () => {
    showChanges(potassiumResults);
    expect(location.hash).toBe('');
  });

  it('a choice stands in the address, and what stands there is chosen', () => {
    const { text } = showChanges(potassiumResults);
    chooseSince('30d');
    expect(location.hash).toBe('#since=30d');
    expect(text()).toContain('Since 13 Oct 2026');
    cleanup();
    location.hash = '#since=24h&window=2y';
    showChanges(potassiumResults);
    expect(screen.getByRole('combobox')).toHaveProperty('value', '24h');
    chooseSince('90d');
    expect(location.hash).toBe('#window=2y&since=90d');
  });

  it('what is no word of ours, or is not known here, leaves the choice to the app', () => {
    for (const word of ['2026-08-01', 'visit']) {
      location.hash = `#since=${word}`;
      showChanges(potassiumResults);
      expect(screen.getByRole('combobox')).toHaveProperty('value', '90d');
      cleanup();
    }
  });
});
