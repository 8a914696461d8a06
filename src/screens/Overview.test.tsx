// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PatientLine } from '../clinical/patient.ts';
import type { Series } from '../clinical/series.ts';
import { madeRow, madeSeries } from '../charts/madeSeries.ts';
import type { RecordSnapshot, SearchState } from '../record/snapshot.ts';
import { Overview } from './Overview.tsx';
import { windowOf } from './recordWindow.ts';
import { fittingNote } from './tileWords.ts';
import { wholeView } from './viewWindowFixture.ts';
// Fetched only when there is something to say; here it is there, however busy the machine.
import './RecordNotices.tsx';
import { header } from './headerFixture.ts';

// A lazily loaded part comes late on a busy machine, and is no less right.
configure({ asyncUtilTimeout: 20_000 });

// What is no curve is fetched when it is first shown; here before, so that no test waits for it.
beforeAll(async () => {
  show(recordOf([potassium]));
  await screen.findByRole('region', { name: 'Further results' });
  cleanup();
}, 60_000);

afterEach(cleanup);

const patient: PatientLine = {
  id: 'p1',
  name: 'MARLOWE, Edwin',
  born: '14 Mar 1959',
  age: '67 y',
  gender: 'Male',
  identifier: { label: 'MRN', value: '004 829 17' },
  deceased: '',
};

const potassium = madeSeries(
  [
    { at: '2026-10-29T14:05:00Z', text: '5.4', flag: 'H', rangeLow: '3.5', rangeHigh: '5.0' },
    { at: '2026-11-12T14:10:00Z', text: '5.8', flag: 'H', rangeLow: '3.5', rangeHigh: '5.0' },
    { at: '2026-11-24T15:40:00Z', text: '5.3', flag: 'H', status: 'preliminary' },
  ],
  { account: { received: 5, drawn: 3, listed: 1, withdrawn: 1, excluded: 0, duplicate: 0 } },
);
const pressure = (id: string, name: string, texts: readonly string[]) =>
  madeSeries(
    texts.map((text, i) => ({ at: `2026-1${i}-12T08:00:00Z`, text, unit: 'mmHg', codeText: name })),
    { id, analyteId: id, name, group: 'Circulation and body', order: 200, axis: [40, 180], unitText: 'mmHg' },
  );
const systolic = pressure('bp-sys', 'Systolic blood pressure', ['136', '134']);
const diastolic = pressure('bp-dia', 'Diastolic blood pressure', ['74', '72']);

const search = (name: string, state: SearchState['state'], pages = 1): SearchState => ({
  name,
  state,
  pages,
  received: 1,
});

function recordOf(series: readonly Series[], changes: Partial<RecordSnapshot> = {}): RecordSnapshot {
  return {
    version: 1,
    series,
    account: { received: 742, drawn: 720, listed: 19, withdrawn: 2, excluded: 0, duplicate: 1 },
    excluded: [],
    searches: [search('laboratory', 'complete')],
    ended: true,
    complete: true,
    readAtMs: Date.parse('2026-11-24T20:05:00Z'),
    ...changes,
  };
}

const reading: Partial<RecordSnapshot> = {
  ended: false,
  complete: false,
  searches: [
    search('laboratory', 'reading', 3),
    search('vital-signs', 'reading', 1),
    search('survey', 'waiting', 0),
  ],
};
const failed: Partial<RecordSnapshot> = {
  complete: false,
  searches: [search('laboratory', 'failed'), search('vital-signs', 'complete')],
};
const refused: Partial<RecordSnapshot> = {
  complete: false,
  searches: [search('vital-signs', 'not-allowed', 0)],
};

function show(record: RecordSnapshot | undefined, changes: Partial<Parameters<typeof Overview>[0]> = {}) {
  const onRetry = vi.fn<() => void>();
  const onExportCsv = vi.fn<() => void>();
  const whole = windowOf(record, 'America/Chicago');
  const { container } = render(
    <Overview
      {...header}
      {...{ patient, record, onRetry, onExportCsv }}
      view={{ ...wholeView, whole, shown: whole }}
      windowControl={undefined}
      of={{ events: () => new Promise(() => undefined), session: { encounterId: undefined } }}
      isFirstChartDrawn={false}
      reported={record}
      banner="full"
      siteLabel="General Hospital"
      siteId="general"
      opened={undefined}
      sessionNotices={undefined}
      timeZone="America/Chicago"
      nowMs={Date.parse('2026-11-24T20:05:00Z')}
      {...changes}
    />,
  );
  const find = (selector: string) => container.querySelector<HTMLElement>(selector);
  return { container, find, onRetry, onExportCsv, text: () => container.textContent ?? '' };
}

const listed = (id: string, name: string, row: Parameters<typeof madeRow>[0]) =>
  madeSeries([], { id, name, analyteId: id, listed: [madeRow({ drawing: 'listed', unit: '', ...row })] });

describe('a tile', () => {
  it('rule 10: a range stands in its own unit beside a value that was converted', () => {
    const row = { text: '152', value: 15.2, unit: 'g/L', rangeLow: '130', rangeHigh: '170', converted: true };
    const haemoglobin = madeSeries([{ at: '2026-11-12T14:10:00Z', ...row }], {
      id: 'hgb',
      analyteId: 'hgb',
      name: 'Hemoglobin',
      unit: 'g/dL',
      unitText: 'g/dL',
      axis: [10, 20],
    });
    const { container } = show(recordOf([haemoglobin]));
    const tile = container.querySelector('[data-series="hgb"]');
    expect(tile?.textContent).toContain('130–170 g/L');
    expect(tile?.textContent).not.toContain('130–170 g/L g/dL');
    expect(tile?.textContent).toContain('15.2 g/dL');
  });

  it('rule 13: shows the latest final result with unit, date and age, and the one before', () => {
    const { find } = show(recordOf([potassium]));
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
      '12 Nov 2026, 12 d ago',
      'was 5.4 mmol/L, 29 Oct 2026',
      '1 preliminary',
      '3.5–5.0 mmol/L',
      'n 3',
    ]) {
      expect(tile.textContent).toContain(words);
    }
    expect(tile.getAttribute('aria-label')).toBe('Potassium 5.8 mmol/L, high, 12 Nov 2026, up 0.4 from 5.4');
    expect(tile.getAttribute('href')).toBe('#series=k');
  });

  it.each(['corrected', 'amended'])(
    'rule 35: %s is a word beside the number, for eyes and ears',
    (status) => {
      const late = { at: '2026-11-12T14:10:00Z', text: '5.8', status } as const;
      const tile = show(recordOf([madeSeries([{ at: '2026-10-29T14:05:00Z', text: '5.4' }, late])])).find(
        '[data-series="k"]',
      )!;
      expect(tile.textContent).toContain(status);
      expect(tile.getAttribute('aria-label')).toContain(status);
      // One result in the window is a line; so is its word.
      const line = show(recordOf([madeSeries([late]), systolic, diastolic])).find('[data-series="k"]')!;
      expect(line.textContent).toContain(status);
    },
  );

  it('rule 34: a line says preliminary, as a tile does', () => {
    const lone = madeSeries([{ at: '2026-11-12T14:10:00Z', text: '5.8', status: 'preliminary' }]);
    const line = show(recordOf([lone, systolic, diastolic])).find('[data-series="k"]')!;
    expect(line.textContent).toContain('preliminary');
  });

  it('carries the account of its series', () => {
    const { dataset } = show(recordOf([potassium])).find('[data-series="k"] [data-accounting]')!;
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
    ['while pages arrive', reading, 'newest read so far'],
    ['when something is missing', failed, 'incomplete'],
  ])('rules 37, 39: claims no latest and no change %s', (_, changes, words) => {
    const { find } = show(recordOf([potassium], changes));
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
    const tile = show(recordOf([limit])).find('[data-series="k"]')!;
    expect(tile.dataset['latest']).toBe('<12');
    expect(tile.textContent).not.toMatch(/[↑↓]/);
  });

  it('rule 59: a number too long for the large size is there whole, and so are its change and the one before', () => {
    const long = madeSeries([
      { at: '2026-01-01T08:00:00Z', text: '6.0' },
      { at: '2026-01-02T08:00:00Z', text: '7.123456789012345678901', value: 7.123456789012345 },
      { at: '2026-01-03T08:00:00Z', text: '7.1234567890' },
    ]);
    const shown = (rows: number) => {
      cleanup();
      const series = { ...long, rows: long.rows.slice(0, rows) };
      return show(recordOf([series])).find('[data-series="k"]')!.textContent;
    };
    expect(shown(2)).toContain('7.123456789012345678901 mmol/L');
    expect(shown(3)).toContain('was 7.123456789012345678901 mmol/L, ');
    expect(shown(2)).not.toMatch(/\d…/);
  });

  it.each([
    ['as many as fit', 32, '3.5–5.0 mmol/L, scale extended …'],
    ['all where there is room', 70, '3.5–5.0 mmol/L, scale extended, range changed, left arm, no range sent'],
    ['the range without its unit, which stands beside the value', 9, '3.5–5.0 …'],
    ['no unit without the range', 6, '…'],
  ])('rule 59: notes that have no room give way whole, and an ellipsis says so: %s', (_, letters, shown) => {
    const notes = [
      '3.5–5.0',
      ' mmol/L',
      ', scale extended',
      ', range changed',
      ', left arm',
      ', no range sent',
    ];
    expect(fittingNote(notes, letters)).toBe(shown);
  });

  it('rule 13: beside a long number the one before keeps its day and time, and the year stands above it', () => {
    const cells = ['2026-11-23T11:30:00Z', '2026-11-24T11:30:00Z'].map((at, i) => ({
      at,
      text: `1${i}.6`,
      unit: '10*3/uL',
    }));
    const shown = show(recordOf([madeSeries(cells, { unit: '10*3/uL', unitText: '10*3/uL' })]));
    expect(shown.text()).toContain('was 10.6 10*3/uL, 23 Nov, 05:30');
    expect(shown.text()).toContain('24 Nov 2026, 05:30');
  });

  it('the one before stands without a blank where it has no unit', () => {
    const falls = madeSeries(
      [2, 0].map((n, i) => ({ at: `2026-01-0${i + 1}T08:00:00Z`, text: `${n}`, unit: '' })),
      {
        unitText: '',
      },
    );
    expect(show(recordOf([falls])).find('[data-series="k"]')?.textContent).toContain('was 2, 1 Jan 2026');
  });

  it('two of one name say where their codes come from, on a curve and in the list, seen and heard', () => {
    const named = { name: 'Potassium', analyteId: '' };
    const other = madeSeries([{ at: '2026-01-01T08:00:00Z', text: '4.0' }], { ...named, id: 'urn:x|1' });
    const text = {
      ...listed('', 'Potassium', { at: '2026-01-01T08:00:00Z', text: 'low' }),
      id: 'text:potassium',
    };
    const { find } = show(recordOf([potassium, other, text]));
    expect(find('[data-series="k"]')?.textContent).toMatch(/^Potassium3\.5/);
    expect(find('[data-series="urn:x|1"]')?.textContent).toMatch(/^Potassium x 1/);
    expect(find('[data-series="urn:x|1"]')?.getAttribute('aria-label')).toMatch(/^Potassium, x 1, 4\.0/);
    expect(find('[data-series="text:potassium"]')?.textContent).toMatch(/^Potassium text only/);
  });

  it('rule 7: blood pressure is one tile with both sides inside', () => {
    const { find } = show(recordOf([systolic, diastolic]));
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

describe('the account', () => {
  it('says how far the reading is', () => {
    const { text } = show(
      recordOf([potassium], {
        ...reading,
        account: { received: 412, drawn: 400, listed: 12, withdrawn: 0, excluded: 0, duplicate: 0 },
      }),
    );
    expect(text()).toContain('Reading results. 412 so far, laboratory page 3, vital signs page 1');
  });

  it('rules 40, 41: says where everything went, when it was read, and in which zone', () => {
    const { find, text } = show(recordOf([potassium]));
    expect(text()).toContain(
      'All 742 results read. 720 drawn, 19 listed, 2 withdrawn, 1 duplicate. Read 14:05 CST, UTC−06:00',
    );
    expect(find('[data-accounting]')!.dataset).toMatchObject({
      received: '742',
      drawn: '720',
      excluded: '0',
    });
  });

  it('is announced at the end and not before', () => {
    show(recordOf([potassium], reading));
    expect(screen.getByRole('status').textContent).toBe('');
    cleanup();
    show(recordOf([potassium]));
    expect(screen.getByRole('status').textContent).toContain('All 742 results read.');
  });

  it('does not say "all" when a search failed, and offers to try again', async () => {
    const { find, text, onRetry } = show(recordOf([potassium], failed));
    await screen.findByText(/could not be read to the end/);
    expect(text()).toContain('742 results read, 1 search failed.');
    expect(text()).not.toContain('All 742');
    expect(find('[data-notice="failed"]')?.textContent).toContain('Laboratory could not be read to the end');
    fireEvent.click(find('[data-retry]')!);
    expect(onRetry).toHaveBeenCalledOnce();
  });
});

describe('what is not there', () => {
  const none = { received: 0, drawn: 0, listed: 0, withdrawn: 0, excluded: 0, duplicate: 0 };

  it('rule 38: none, loading, failed and not allowed have different words, and only a complete answer says none', async () => {
    const wordsOf = async (record: RecordSnapshot | undefined, awaited?: RegExp) => {
      const { text } = show(record);
      if (awaited) await screen.findByText(awaited);
      const all = text();
      cleanup();
      return all;
    };
    const words = [
      await wordsOf(undefined),
      await wordsOf(recordOf([], { ...reading, account: none })),
      await wordsOf(recordOf([], failed), /could not be read to the end/),
      await wordsOf(recordOf([], refused), /did not allow reading/),
      await wordsOf(recordOf([], { account: none })),
    ];
    expect(words.map((all) => /no results in this record/i.test(all))).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(words[0]).toMatch(/Creatinine.*loading/);
    expect(words[1]).toMatch(/Potassium.*loading/);
    expect(words[2]).toMatch(/Potassium.*could not be read/);
    expect(words[3]).toMatch(/Potassium.*not allowed by General Hospital/);
    expect(words[3]).toContain('General Hospital did not allow reading vital signs');
  });

  it('is named when everything was read', async () => {
    const { text } = show(recordOf([potassium]));
    await screen.findByText(/No results in this record/);
    expect(text()).toMatch(/No results in this record: .*Creatinine/);
  });

  it('results without a curve stand in a list, a value that was not released without it', async () => {
    const { find } = show(
      recordOf([
        listed('ua', 'Urine protein', { at: '2026-10-20T15:00:00Z', text: '++', reason: 'coded' }),
        listed('x', 'Troponin I', {
          at: '2026-11-24T15:00:00Z',
          text: '22',
          reason: 'preliminary-hidden',
          status: 'preliminary',
        }),
      ]),
    );
    await screen.findByText('Not on a curve');
    expect(find('[data-series="ua"]')?.textContent).toBe('Urine protein++20 Oct 2026');
    expect(find('[data-series="x"]')?.textContent).not.toContain('22');
    expect(find('[data-series="x"]')?.textContent).toContain('see the chart');
  });

  it('rule 48: another patient’s results are a red notice that stays', async () => {
    const { find } = show(recordOf([potassium], { excluded: [{ reason: 'stranger', count: 1 }] }));
    await screen.findByRole('alert');
    const notice = find('[data-notice="wrong-patient"]');
    expect(notice?.getAttribute('role')).toBe('alert');
    expect(notice?.textContent).toContain('1 result left out');
  });
});

describe('the patient line', () => {
  it('rule 47: has name, birth date with age, gender and identifier, in that order, with labels', () => {
    const { find } = show(recordOf([potassium]));
    const banner = find('[data-patient-banner]')!;
    expect(banner.dataset['mode']).toBe('full');
    expect(within(banner).getByRole('heading', { level: 1 }).textContent).toBe('MARLOWE, Edwin');
    expect(banner.querySelector('dl')?.textContent).toBe(
      'Born14 Mar 1959 (67 y)Administrative genderMaleMRN004 829 17',
    );
  });

  it('rule 46: the compact line keeps name and birth date', () => {
    const banner = show(recordOf([potassium]), { banner: 'compact' }).find('[data-patient-banner]')!;
    expect(banner.dataset['mode']).toBe('compact');
    expect(banner.textContent).toContain('MARLOWE, Edwin');
    expect(banner.querySelector('dl')?.textContent).toBe('Born14 Mar 1959 (67 y)');
  });

  it('rule 47: a deceased person is shown so, with the age at death and not an age now', () => {
    const dead = { ...patient, deceased: 'Died 3 Jan 2024', age: '64 y' };
    const banner = show(recordOf([potassium]), { patient: dead }).find('[data-patient-banner]')!;
    expect(banner.querySelector('dl')?.textContent).toContain('Born14 Mar 1959Died3 Jan 2024 (64 y)');
  });

  it('is no banner before the name is known', () => {
    expect(show(undefined, { patient: undefined }).find('[data-patient-banner]')).toBeNull();
  });
});

describe('a name', () => {
  it('is the short one where the whole would be cut', () => {
    const formula = { ...potassium, name: 'eGFR (creatinine), CKD-EPI 2009', short: 'eGFR, CKD-EPI 2009' };
    const tile = show(recordOf([formula])).find('[data-series="k"]')!;
    expect(tile.textContent).toMatch(/^eGFR, CKD-EPI 2009/);
    expect(tile.getAttribute('aria-label')).toMatch(/^eGFR \(creatinine\), CKD-EPI 2009/);
  });
});

describe('finding and taking along', () => {
  it('goes to the search with "/", filters, and says what is hidden', async () => {
    const { find, text } = show(recordOf([potassium, systolic, diastolic]));
    fireEvent.keyDown(document.body, { key: '/' });
    const box = screen.getByRole('searchbox', { name: 'Find a result' });
    expect(document.activeElement).toBe(box);
    fireEvent.change(box, { target: { value: 'pot' } });
    await screen.findByText('1 is hidden by the search.');
    expect(find('[data-series="k"]')).not.toBeNull();
    expect(find('[data-series="bp-sys"]')).toBeNull();
    fireEvent.change(box, { target: { value: 'troponin' } });
    await screen.findByText(/No result is called “troponin”\. 2 are hidden/);
    fireEvent.keyDown(box, { key: 'Escape' });
    await screen.findByText(/was 5\.4/);
    expect(text()).not.toContain('hidden by');
  });

  it('asks for the CSV', () => {
    const { find, onExportCsv } = show(recordOf([potassium]));
    fireEvent.click(find('[data-export="csv"]')!);
    expect(onExportCsv).toHaveBeenCalledOnce();
  });
});
