// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { chartEntriesOf } from '../../charts/reading/chartEntries.ts';
import { entryChangeText } from '../../charts/reading/spokenReading.ts';
import { valueText } from '../../charts/format/valueText.ts';
import { noFacts } from '../../clinical/change/patientFacts.ts';
import type { Series } from '../../clinical/series/series.ts';
import { seriesInUnit } from '../../clinical/unitChoice/unitConversion.ts';
import { changesSince } from '../../parts/changes/changesList.ts';
import { baselineInStrip, comparisonText } from '../../parts/changes/baselineText.ts';
import { differenceText } from '../../parts/changes/changesText.ts';
import { seriesFacts } from '../../parts/results/tileFacts.ts';
import { BeforeAfterTable } from '../../parts/statistics/BeforeAfterTable.tsx';
import { windowStatisticsText } from '../../parts/statistics/windowStatisticsText.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';

afterEach(cleanup);

const span = { startMs: Date.parse('2026-01-01T00:00:00Z'), endMs: Date.parse('2026-12-01T00:00:00Z') };
const momentMs = Date.parse('2026-06-01T00:00:00Z');
const TIMES = ['2026-03-01T08:00:00Z', '2026-07-01T08:00:00Z'];

/** Reads two results by code and unit as they were sent, in the unit in which they are shown. */
function shownSeries(code: string, sent: string, shown: string, values: readonly string[]): Series {
  const [series] = seriesOfCodedResults(
    values.map((value, i) => ({ at: TIMES[i]!, result: [code, value, sent] })),
  );
  const converted = series && seriesInUnit(series, shown);
  if (!converted) throw new Error('expected a conversion');
  return converted;
}

function beforeAfterCells(series: Series): readonly (string | undefined)[] {
  render(
    <InOpenRecord timeZone="UTC">
      <BeforeAfterTable
        {...{ span, momentMs }}
        strips={[{ series, partner: undefined, name: 'Test' }]}
        complete
      />
    </InOpenRecord>,
  );
  return screen.getAllByRole('cell').map(({ textContent }) => textContent.split(' ')[0]);
}

test.each([
  ['creatinine', '14682-9', 'umol/L', 'mg/dL', ['75', '79'], ['0.8', '0.9'], '↑0.1'],
  ['creatinine', '14682-9', 'umol/L', 'mg/dL', ['75', '84'], ['0.8', '1.0'], '↑0.2'],
  ['creatinine', '2160-0', 'mg/dL', 'umol/L', ['1.1', '1.3'], ['97', '115'], '↑18'],
  ['glucose', '2345-7', 'mg/dL', 'mmol/L', ['100', '93'], ['5.6', '5.2'], '↓0.4'],
  ['weight', '29463-7', '[lb_av]', 'kg', ['154', '155'], ['69.9', '70.3'], '↑0.4'],
] as const)(
  'rules 16 and 24: two converted results of %s and their difference are the same numbers on every screen',
  (_, code, sent, unit, values, shown, change) => {
    const series = shownSeries(code, sent, unit, values);
    // The sign and the size are those of the numbers that a reader sees, counted by hand.
    const size = change.slice(1);
    expect(series.rows.map((row) => valueText(row, series))).toEqual(shown);
    expect(seriesFacts(series)).toMatchObject({ values: [shown[1]], change });
    const { drawn } = chartEntriesOf(series, undefined);
    expect(entryChangeText(drawn.at(-1)!, drawn, series)).toBe(
      `${change.startsWith('↑') ? 'up' : 'down'} ${size} from ${shown[0]}`,
    );
    expect(beforeAfterCells(series).slice(0, 3)).toEqual([shown[0], shown[1], change]);
    const { items, others, withoutDistance } = changesSince([series], momentMs, 'UTC', noFacts);
    expect([...items, ...others, ...withoutDistance].map(differenceText)).toEqual([change]);
    const text = windowStatisticsText(series, undefined, { window: span, isAll: false, timeZone: 'UTC' });
    for (const value of shown) expect(text).toContain(`est ${value} (`);
  },
);

test('two converted results that look alike and are not keep their difference, with its right sign', () => {
  const series = shownSeries('14682-9', 'umol/L', 'mg/dL', ['76', '79']);
  expect(series.rows.map((row) => valueText(row, series))).toEqual(['0.9', '0.9']);
  expect(seriesFacts(series)?.change).toBe('↑0.03');
  const { drawn } = chartEntriesOf(series, undefined);
  expect(entryChangeText(drawn.at(-1)!, drawn, series)).toBe('up 0.03 from 0.9');
  expect(beforeAfterCells(series).slice(0, 3)).toEqual(['0.9', '0.9', '↑0.03']);
  expect(windowStatisticsText(series, undefined, { window: span, isAll: false, timeZone: 'UTC' })).toContain(
    'median 0.9, lowest 0.9',
  );
});

test('a result that looks like its converted baseline is never called below it by 0.0', () => {
  const [series] = seriesOfCodedResults(
    ['76', '77', '78'].map((value, i) => ({
      at: `2026-0${i + 4}-01T08:00:00Z`,
      result: ['14682-9', value, 'umol/L'],
    })),
  );
  const { others } = changesSince(
    [seriesInUnit(series!, 'mg/dL')!],
    Date.parse('2026-05-15T00:00:00Z'),
    'UTC',
    noFacts,
  );
  expect(others.map(differenceText)).toEqual(['=']);
});

test.each([
  ['2823-3', 'mmol/L', ['4.5', '4.6', '5.1'], ['4.55', '5.1', '0.55']],
  ['2823-3', 'mmol/L', ['4.5', '4.7', '5.1'], ['4.6', '5.1', '0.5']],
  ['2160-0', 'mg/dL', ['0.80', '0.85', '1.3'], ['0.825', '1.3', '0.475']],
] as const)(
  'rule 14: the middle of two results of %s has one more decimal where it needs one, on every screen',
  (code, unit, values, [before, after, size]) => {
    const [series] = seriesOfCodedResults(
      values.map((value, i) => ({ at: `2026-0${2 * i + 3}-01T08:00:00Z`, result: [code, value, unit] })),
    );
    if (series === undefined) throw new Error('expected a series');
    expect(beforeAfterCells(series).slice(0, 3)).toEqual([before, after, `↑${size}`]);
    const { items, others, withoutDistance } = changesSince([series], momentMs, 'UTC', noFacts);
    const [change] = [...items, ...others, ...withoutDistance];
    if (change === undefined) throw new Error('expected a change');
    expect(differenceText(change)).toBe(`↑${size}`);
    expect(baselineInStrip(change, 'UTC')).toContain(`baseline ${before} (`);
    expect(comparisonText(change, 'UTC')).toContain(`${size} above baseline ${before} (`);
  },
);
