// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { madeSeries } from '../../testing/seriesFixture.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { selectSparklines } from '../../parts/results/sparklineSelection.ts';
import { Overview } from '../../screens/overview/Overview.tsx';
import { placeholderAnalytes } from '../../parts/results/placeholderAnalytes.ts';
import { PinButton } from '../../screens/detail/PinButton.tsx';
import { pinnedFirst, readPins } from '../../parts/results/pins.ts';
import { recordWindow } from '../../parts/timeWindow/recordWindow.ts';
import { seriesEntryOf } from '../../parts/results/tileLayout.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { recordOfSeries } from '../../testing/recordFixture.ts';

const KEY = 'longview.choice.general.pins';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  location.hash = '';
});

const series = (id: string, name: string, group: string, order: number, count = 3): Series =>
  madeSeries(
    ['2026-09-12T14:10:00Z', '2026-10-12T14:10:00Z', '2026-11-12T14:10:00Z']
      .slice(0, count)
      .map((at) => ({ at, text: '4.4', seriesId: id, codeText: name, code: id })),
    { id, analyteId: id.split('~')[0] ?? '', name, shortName: name, group, order },
  );
const all = [
  series('creat', 'Creatinine', 'Kidney and electrolytes', 30),
  series('k', 'Potassium', 'Kidney and electrolytes', 40),
  series('egfr~62238-1', 'eGFR', 'Kidney and electrolytes', 50),
  series('hgb', 'Hemoglobin', 'Blood count', 60),
  series('ferritin', 'Ferritin', 'Blood count', 70, 1),
];

const recordOf = (changes: Partial<RecordSnapshot> = {}) => recordOfSeries(all, changes);

function show(record: RecordSnapshot | undefined = recordOf()) {
  const whole = recordWindow(record, 'UTC');
  const { container } = render(
    <InOpenRecord
      record={record}
      patient={undefined}
      view={{ ...viewOfAll, whole, visible: whole }}
      timeZone="UTC"
    >
      <Overview />
    </InOpenRecord>,
  );
  const tiles = () =>
    [...container.querySelectorAll<HTMLElement>('[data-series]')].map(({ dataset }) => dataset['series']);
  const headings = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  const box = screen.getByRole('combobox', { name: /^Search/ });
  const type = (value: string) => fireEvent.change(box, { target: { value } });
  return { container, tiles, headings, box, type };
}

describe('the search of the overview', () => {
  it('shows what is close to a word with a typing error, and says so', async () => {
    const { type, tiles } = show();
    type('potasium');
    expect(
      await screen.findByText(/No matches for “potasium”. Showing similar names. 4 hidden by search/),
    ).toBeTruthy();
    expect(tiles()).toEqual(['k']);
  });

  it('shows the results of a panel and says which', async () => {
    const { type, tiles } = show();
    type('cbc');
    expect(await screen.findByText(/Showing results of CBC/)).toBeTruthy();
    expect(tiles()).toEqual(['hgb']);
  });

  it('says that nothing is called so where nothing is close', async () => {
    const { type, tiles } = show();
    type('xylophone');
    expect(await screen.findByText(/No matches for “xylophone”. 5 hidden by search/)).toBeTruthy();
    expect(tiles()).toEqual([]);
  });

  it('Enter opens the first one found', async () => {
    const { type, box } = show();
    type('ferr');
    fireEvent.keyDown(box, { key: 'Enter' });
    await waitFor(() => expect(location.hash).toBe('#series=ferritin'));
  });

  it('Enter waits for what a typing error means, and opens that', async () => {
    const { type, box } = show();
    type('hemoglobon');
    fireEvent.keyDown(box, { key: 'Enter' });
    await waitFor(() => expect(location.hash).toBe('#series=hgb'));
  });

  it('Enter opens nothing where nothing is found or typed, nor later', async () => {
    const { type, box } = show();
    fireEvent.keyDown(box, { key: 'Enter' });
    type('xylophone');
    fireEvent.keyDown(box, { key: 'Enter' });
    await screen.findByText(/No matches for/);
    type('pot');
    await screen.findByText(/^4 hidden by search/);
    expect(location.hash).toBe('');
  });
});

describe('pinned results', () => {
  it('stand first on the overview in the order they were pinned, also one that would be a line', () => {
    localStorage.setItem(KEY, 'ferritin,k');
    const { tiles, headings } = show();
    // "What changed" has its title before anything is known of it, and the curves follow.
    expect(headings().slice(0, 2)).toEqual(['What changed', 'Pinned']);
    expect(tiles()).toEqual(['ferritin', 'k', 'creat', 'egfr~62238-1', 'hgb']);
  });

  it('keep their place from the first moment, before a result is read', () => {
    localStorage.setItem(KEY, 'ferritin,k');
    const { container } = show(undefined);
    const [changed, first] = container.querySelectorAll('section');
    expect(changed?.textContent).toBe('What changedStill loading');
    expect(first?.textContent).toMatch(/^PinnedFerritin.*Potassium/);
  });

  it('of an analyte whose very series is not in this record stand for it', () => {
    localStorage.setItem(KEY, 'egfr~98979-8');
    expect(show().tiles()[0]).toBe('egfr~62238-1');
  });

  it('rule 38: one that the record does not have keeps its frame, which says so, and is named as absent', async () => {
    localStorage.setItem(KEY, 'lactate');
    const { headings, container } = show();
    expect(headings()).toContain('Pinned');
    expect(container.textContent).toContain('Lactateno results in this record');
    expect(await screen.findByText(/^No results in this record: .*Lactate/)).toBeTruthy();
  });

  it('rule D6: what else stands in the storage changes nothing', () => {
    const { tiles } = show();
    const before = tiles();
    for (const hostile of [
      'x'.repeat(100_000),
      ',,,,~,~,',
      '<img src=x onerror=alert(1)>',
      '__proto__,constructor',
      '{"k":1}',
      'text:edwin marlowe',
    ]) {
      cleanup();
      localStorage.setItem(KEY, hostile);
      const overview = show();
      expect(overview.tiles()).toEqual(before);
      expect(overview.headings()).not.toContain('Pinned');
      expect(overview.container.textContent).not.toContain('edwin');
    }
  });

  it('are curves in a screen that is full, and hide nothing where nothing moves', () => {
    const frame = { startMs: Date.parse('2026-01-01'), endMs: Date.parse('2026-12-01') };
    const kept = new Set<never>();
    const room = { kept, tallestPx: (curves: readonly unknown[]) => curves.length * 60, roomPx: 100 };
    const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
    const placed = pinnedFirst(
      all.map((one) => seriesEntryOf(one)),
      ['ferritin'],
    );
    expect(ids(selectSparklines(placed, frame, room).sparklines)).toContain('ferritin');
    const still = { startMs: Date.parse('2020-01-01'), endMs: Date.parse('2020-12-01') };
    expect(ids(selectSparklines(placed, still, room).sparklines)).toHaveLength(all.length);
  });
});

describe('the pin of a result', () => {
  const pin = ({ id, rows }: Pick<Series, 'id' | 'rows'>) => {
    render(
      <InOpenRecord>
        <PinButton series={{ id, hasCurve: rows.length > 0 }} />
      </InOpenRecord>,
    );
    return screen.getByRole('button', { name: 'Pin' });
  };
  const [, potassium] = all;

  it('is pressed and released, and kept for the site in this browser', () => {
    const button = pin(potassium!);
    expect(button.getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(button);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(localStorage.getItem(KEY)).toBe('k');
    expect(readPins('general')).toEqual(['k']);
    fireEvent.click(button);
    expect(button.getAttribute('aria-pressed')).toBe('false');
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it('rule D6: words, local codes and units as sent are never kept, and the title says so', () => {
    for (const id of [
      'text:weight of edwin marlowe',
      'urn:oid:1.2.3|MRN4711',
      'hgb~per Mr Marlowe',
      'k~{marlowe}',
      'nothing-known',
      'http://loinc.org|2823-3~two measures',
      'focus~another subject',
      'edwin~calculated',
      'map~marlowe~calculated',
    ]) {
      cleanup();
      const button = pin({ ...potassium!, id });
      fireEvent.click(button);
      expect(button.getAttribute('aria-disabled')).toBe('true');
      expect(button.dataset['tooltip']).toContain('this browser stores no names from the record');
      expect(localStorage.getItem(KEY)).toBeNull();
    }
  });

  it('takes an analyte, a variant of one and a LOINC', () => {
    for (const id of ['k', 'egfr~62238-1', 'http://loinc.org|76215-3', 'hgb~no unit']) {
      cleanup();
      fireEvent.click(pin({ ...potassium!, id }));
    }
    expect(localStorage.getItem(KEY)).toBe('k,egfr~62238-1,http://loinc.org|76215-3,hgb~no unit');
  });

  it('takes what Longview calculates by its own id, and a measured one of that name is no part of it', () => {
    const button = pin({ ...potassium!, id: 'bmi~calculated' });
    expect(button.dataset['tooltip']).toBe('Show first among the calculated values');
    fireEvent.click(button);
    expect(localStorage.getItem(KEY)).toBe('bmi~calculated');
    expect(button.dataset['tooltip']).toBe('Shown first among the calculated values');
    const measured = { ...seriesEntryOf(potassium!), id: 'bmi' };
    expect(pinnedFirst([measured], readPins('general'))).toEqual([measured]);
    expect(placeholderAnalytes(['bmi~calculated'])).toEqual(placeholderAnalytes([]));
  });

  it('takes no tenth and nothing without a curve, and says why', () => {
    expect(pin({ ...potassium!, rows: [] }).dataset['tooltip']).toContain('no chart');
    cleanup();
    localStorage.setItem(KEY, 'na,cl,co2,bun,creat,glucose,ca,mg,phos');
    const button = pin(potassium!);
    expect(button.dataset['tooltip']).toContain('9 tests are pinned');
    fireEvent.click(button);
    expect(readPins('general')).not.toContain('k');
  });

  it('clears away what is no id when the next one is pinned', () => {
    localStorage.setItem(KEY, 'text:edwin,na,<b>');
    fireEvent.click(pin(potassium!));
    expect(localStorage.getItem(KEY)).toBe('na,k');
  });

  it('says when the browser keeps nothing', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      setItem() {
        throw new Error('blocked');
      },
    });
    const button = pin(potassium!);
    fireEvent.click(button);
    expect(button.getAttribute('aria-pressed')).toBe('false');
    expect(screen.getByText('This browser does not keep choices for this page.')).toBeTruthy();
  });
});
