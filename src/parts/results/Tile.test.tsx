// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { madeSeries } from '../../testing/seriesFixture.ts';
import {
  potassiumPoints,
  systolic,
  diastolic,
  overviewRecord,
  reading,
  failed,
  showOverview,
  listedSeries,
  warmOverview,
} from '../../testing/overviewFixture.tsx';
import { flagConcept, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { drawnText, spokenText } from '../../testing/spokenAndDrawn.ts';

beforeAll(warmOverview, 60_000);
afterEach(cleanup);

describe('a tile', () => {
  it('rule 10: a range stands in its own unit beside a value that was converted', () => {
    const row = {
      text: '152',
      value: 15.2,
      unit: 'g/L',
      rangeLow: '130',
      rangeHigh: '170',
      isConverted: true,
    };
    const haemoglobin = madeSeries([{ at: '2026-11-12T14:10:00Z', ...row }], {
      id: 'hgb',
      analyteId: 'hgb',
      name: 'Hemoglobin',
      unit: 'g/dL',
      unitText: 'g/dL',
      axis: [10, 20],
    });
    const { container } = showOverview(overviewRecord([haemoglobin]));
    const tile = container.querySelector('[data-series="hgb"]');
    expect(tile?.textContent).toContain('130–170 g/L');
    expect(tile?.textContent).not.toContain('130–170 g/L g/dL');
    expect(tile?.textContent).toContain('15.2 g/dL');
  });

  it('rule 17: a value that nothing supports says so in words, and its voice too', () => {
    const record = overviewRecord(
      recordOf([
        resultInput('2345-7', 101, 'mg/dL', '2026-10-12T14:10:00Z'),
        resultInput('2345-7', 7.4, 'mg/dL', '2026-11-12T14:10:00Z'),
        resultInput('8867-4', 0, '/min', '2026-11-12T14:10:00Z'),
        resultInput('718-7', 1.6, 'g/dL', '2026-11-12T14:10:00Z', flagConcept('LL')),
      ]).series,
    );
    const { container } = showOverview(record);
    const tile = (id: string) => container.querySelector(`[data-series="${id}"]`);
    expect(tile('glucose')?.textContent).toContain('7.4');
    expect(tile('glucose')?.textContent).toContain('check unit: may be mmol/L');
    expect(tile('hr')?.textContent).toContain('check value');
    expect(spokenText(tile('hr'))).toContain(', check value,');
    expect(tile('hgb')?.textContent).not.toContain('check');
  });

  it('rule 13: shows the latest final result with unit, date and age, and the one before', () => {
    const { find } = showOverview(overviewRecord([potassiumPoints]));
    const tile = find('[data-series="k"]')!;
    expect(tile.dataset).toMatchObject({
      count: '3',
      latest: '5.8',
      unit: 'mmol/L',
      latestTime: '2026-11-12T14:10:00.000Z',
    });
    for (const words of [
      '5.8 mmol/L',
      '↑0.4',
      '12 Nov 2026, 12 days ago',
      'was 5.4 mmol/L, 29 Oct 2026',
      'Newer: 5.3 mmol/L preliminary H, 24 Nov 2026',
      '3.5–5.0 mmol/L',
      '3 results',
    ]) {
      expect(tile.textContent).toContain(words);
    }
    // Rule 52: a flag is a shape and a letter, in a preliminary result, too.
    expect(tile.querySelector('[data-newer] path')).not.toBeNull();
    expect(spokenText(tile)).toBe(
      'Potassium, newer: 5.3 millimoles per litre preliminary, high, 24 Nov 2026; charted 5.8 millimoles per litre, high, 12 Nov 2026, up 0.4 from 5.4',
    );
    expect(tile.getAttribute('href')).toBe('#series=k');
  });

  it('has no room for a mark where a preliminary result was sent without a flag', () => {
    const late = {
      at: '2026-11-24T15:40:00Z',
      text: '5.3',
      status: 'preliminary',
      outsideRange: 'above',
    } as const;
    const rows = [
      { at: '2026-10-29T14:05:00Z', text: '5.4' },
      { at: '2026-11-12T14:10:00Z', text: '5.8' },
    ];
    const { find } = showOverview(overviewRecord([madeSeries([...rows, late])]));
    expect(find('[data-series="k"]')!.textContent).toContain('5.3 mmol/L preliminary, 24 Nov 2026');
  });

  it.each(['corrected', 'amended'])(
    'rule 35: %s is a word beside the number, for eyes and ears',
    (status) => {
      const late = { at: '2026-11-12T14:10:00Z', text: '5.8', status } as const;
      const tile = showOverview(
        overviewRecord([madeSeries([{ at: '2026-10-29T14:05:00Z', text: '5.4' }, late])]),
      ).find('[data-series="k"]')!;
      expect(tile.textContent).toContain(status);
      expect(spokenText(tile)).toContain(status);
      // A single result in the window is a line, and so is its text.
      const line = showOverview(overviewRecord([madeSeries([late]), systolic, diastolic])).find(
        '[data-series="k"]',
      )!;
      expect(line.textContent).toContain(status);
    },
  );

  it('rule 34: a line says preliminary, as a tile does', () => {
    const lone = madeSeries([{ at: '2026-11-12T14:10:00Z', text: '5.8', status: 'preliminary' }]);
    const line = showOverview(overviewRecord([lone, systolic, diastolic])).find('[data-series="k"]')!;
    expect(line.textContent).toContain('preliminary');
  });

  it('carries the account of its series', () => {
    const { dataset } = showOverview(overviewRecord([potassiumPoints])).find(
      '[data-series="k"] [data-accounting]',
    )!;
    expect(dataset).toMatchObject({
      received: '5',
      drawn: '3',
      listed: '1',
      withdrawn: '1',
      excluded: '0',
      duplicate: '0',
    });
  });

  it.each([
    ['while pages arrive', reading, 'newest loaded so far'],
    ['when something is missing', failed, 'incomplete'],
  ])('rules 37, 39: claims no latest and no change %s', (_, changes, words) => {
    const { find } = showOverview(overviewRecord([potassiumPoints], changes));
    const tile = find('[data-series="k"]')!;
    expect(tile.dataset['count']).toBe('3');
    expect([tile.dataset['latest'], tile.dataset['unit'], tile.dataset['latestTime']]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(tile.textContent).toContain(words);
    expect(tile.textContent).not.toMatch(/[↑↓]|was /);
  });

  it('rule 20: a limit is compared with nothing', () => {
    const limit = madeSeries([
      { at: '2026-01-01', text: '12' },
      { at: '2026-02-01', text: '14' },
      { at: '2026-03-01', text: '12', comparator: '<' },
    ]);
    const tile = showOverview(overviewRecord([limit])).find('[data-series="k"]')!;
    expect(tile.dataset['latest']).toBe('<12');
    expect(tile.textContent).not.toMatch(/[↑↓]/);
  });

  it('rule 17: a newer result that cannot be drawn is seen and heard beside the newest number', () => {
    const text = { at: '2026-11-13T14:10:00Z', text: '7.9, hemolyzed, called', reason: 'text' } as const;
    const { listed: rows } = listedSeries('k', 'Potassium', text);
    const early = { at: '2026-10-12T14:10:00Z', text: '3.9' };
    const late = { at: '2026-11-12T14:10:00Z', text: '4.1' };
    const tile = showOverview(overviewRecord([madeSeries([early, late], { listed: rows })])).find(
      '[data-series="k"]',
    )!;
    expect(tile.textContent).toContain('Newer, not charted: 7.9, hemolyzed, called, 13 Nov 2026');
    expect(spokenText(tile)).toBe(
      'Potassium, newer, not charted: 7.9, hemolyzed, called, 13 Nov 2026; charted 4.1 millimoles per litre, 12 Nov 2026, up 0.2 from 3.9',
    );
    cleanup();
    const line = showOverview(overviewRecord([madeSeries([late], { listed: rows }), systolic, diastolic]));
    expect(line.find('[data-series="k"]')?.textContent).toContain(
      'Newer, not charted: 7.9, hemolyzed, called',
    );
  });

  it('rules 20 and 24: over a limit no arrow that was counted from the result before it', () => {
    const series = madeSeries([
      { at: '2026-01-01T08:00:00Z', text: '12' },
      { at: '2026-02-01T08:00:00Z', text: '5', comparator: '<' },
      { at: '2026-03-01T08:00:00Z', text: '9' },
    ]);
    const tile = showOverview(overviewRecord([series])).find('[data-series="k"]')!;
    expect(tile.textContent).toContain('was <5 mmol/L, 1 Feb 2026');
    expect(tile.textContent).not.toMatch(/[↑↓]/);
    expect(spokenText(tile)).toBe('Potassium 9 millimoles per litre, 1 Mar 2026');
  });

  it('rule 59: a number too long for the large size is there whole, and so are its change and the one before', () => {
    const long = madeSeries([
      { at: '2026-01-01T08:00:00Z', text: '6.0' },
      { at: '2026-01-02T08:00:00Z', text: '7.123456789012345678901', value: 7.123456789012345 },
      { at: '2026-01-03T08:00:00Z', text: '7.1234567890' },
    ]);
    const tileText = (rows: number) => {
      cleanup();
      const series = { ...long, rows: long.rows.slice(0, rows) };
      return showOverview(overviewRecord([series])).find('[data-series="k"]')!.textContent;
    };
    expect(tileText(2)).toContain('7.123456789012345678901 mmol/L');
    expect(tileText(3)).toContain('was 7.123456789012345678901 mmol/L, ');
    expect(tileText(2)).not.toMatch(/\d…/);
  });

  it('rule 13: beside a long number the one before keeps its date, year and time, and its unit stands above it', () => {
    const cells = ['2026-11-23T11:30:00Z', '2026-11-24T11:30:00Z'].map((at, i) => ({
      at,
      text: `1${i}.6`,
      unit: '10*3/uL',
    }));
    const overview = showOverview(
      overviewRecord([madeSeries(cells, { unit: '10*3/uL', unitText: '10*3/uL' })]),
    );
    expect(overview.text()).toContain('was 10.6, 23 Nov 2026, 05:30');
    expect(overview.text()).toContain('24 Nov 2026, 05:30');
  });

  it('the one before stands without a blank where it has no unit', () => {
    const falls = madeSeries(
      [2, 0].map((n, i) => ({ at: `2026-01-0${i + 1}T08:00:00Z`, text: `${n}`, unit: '' })),
      {
        unitText: '',
      },
    );
    expect(showOverview(overviewRecord([falls])).find('[data-series="k"]')?.textContent).toContain(
      'was 2, 1 Jan 2026',
    );
  });

  it('two of one name say where their codes come from, on a curve and in the list, seen and heard', () => {
    const nameFields = { name: 'Potassium', analyteId: '' };
    const other = madeSeries([{ at: '2026-01-01T08:00:00Z', text: '4.0' }], { ...nameFields, id: 'urn:x|1' });
    const text = {
      ...listedSeries('', 'Potassium', { at: '2026-01-01T08:00:00Z', text: 'low' }),
      id: 'text:potassium',
    };
    const { find } = showOverview(overviewRecord([potassiumPoints, other, text]));
    expect(drawnText(find('[data-series="k"]'))).toMatch(/^Potassium3\.5/);
    expect(drawnText(find('[data-series="urn:x|1"]'))).toMatch(/^Potassium code 1 of x/);
    expect(spokenText(find('[data-series="urn:x|1"]'))).toMatch(/^Potassium, code 1 of x, 4\.0/);
    expect(drawnText(find('[data-series="text:potassium"]'))).toMatch(/^Potassium no code/);
  });

  it('rule 7: blood pressure is one tile with both sides inside', () => {
    const { find } = showOverview(overviewRecord([systolic, diastolic]));
    const outer = find('[data-series="bp-sys"]')!;
    const inner = outer.querySelector<HTMLElement>('[data-series="bp-dia"]')!;
    expect(outer.textContent).toContain('134/72 mmHg');
    expect(outer.textContent).toContain('↓2/↓2');
    expect(outer.dataset).toMatchObject({ count: '2', latest: '134', unit: 'mmHg' });
    expect(inner.dataset).toMatchObject({ count: '2', latest: '72', unit: 'mmHg' });
    expect(inner.querySelector('[data-accounting]')).not.toBeNull();
    expect(outer.querySelector('[data-accounting]')?.closest('[data-series]')).toBe(outer);
  });
});

describe('a name', () => {
  it('is the short one where the whole would be cut', () => {
    const formula = {
      ...potassiumPoints,
      name: 'eGFR (creatinine), CKD-EPI 2009',
      shortName: 'eGFR, CKD-EPI 2009',
    };
    const tile = showOverview(overviewRecord([formula])).find('[data-series="k"]')!;
    expect(drawnText(tile)).toMatch(/^eGFR, CKD-EPI 2009/);
    expect(spokenText(tile)).toMatch(/^eGFR \(creatinine\), CKD-EPI 2009/);
  });
});
