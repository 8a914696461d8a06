// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { noFacts } from '../../clinical/change/patientFacts.ts';
import { ChangesStrip } from '../../parts/changes/ChangesStrip.tsx';
import { csvText } from '../../parts/export/downloadCsv.ts';
import { noteBody, noteOf } from '../../parts/export/noteFixture.ts';
import { showCompare, stripNamed, timeAxis } from '../../screens/compare/compareFixture.tsx';
import { cellsOf, showDetail, spoken, tableRowsShown, viewOf } from '../../screens/detail/detailFixture.tsx';
import { Grid } from '../../screens/grid/Grid.tsx';
import { PrintSummary } from '../../screens/print/PrintSummary.tsx';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { showOverview, warmOverview } from '../../testing/overviewFixture.tsx';
import { marlowe } from '../../testing/patientFixture.ts';
import { flagConcept, pressure, READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';

beforeAll(warmOverview, 60_000);
afterEach(() => {
  cleanup();
  location.hash = '';
});

type Fields = Readonly<Record<string, unknown>>;

const [FIRST, SECOND, THIRD] = ['2026-10-05', '2026-10-12', '2026-10-23'].map(
  (day) => `${day}T13:00:00Z`,
) as [string, string, string];
const side = (code: string, value: number, more: Fields = {}) =>
  resultInput(code, value, 'mmHg', THIRD, more);
const potassium = (value: number, at: string, more: Fields = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, more);
const sodium = (value: number, at: string) => resultInput('2951-2', value, 'mmol/L', at);

/** The newest pressure came as a panel and as two results, and the newest potassium twice, once as "4.20". */
const record = recordOf([
  pressure(118, 70, FIRST),
  pressure(112, 62, SECOND),
  pressure(104, 58, THIRD),
  side('8480-6', 104, { id: 'upper' }),
  side('8462-4', 58, { id: 'lower' }),
  potassium(4.9, FIRST),
  potassium(4.5, SECOND),
  potassium(4.2, THIRD, { id: 'first' }),
  potassium(4.2, THIRD, {
    id: 'again',
    code: { ...(potassium(0, '')['code'] as object), text: 'K+ (laboratory)' },
    valueQuantity: { value: 4.2, unit: 'mEq/L' },
  }),
  // Two results of one moment that differ are two.
  sodium(138, FIRST),
  sodium(141, THIRD),
  sodium(129, THIRD),
]);

const WINDOW = { startMs: Date.parse('2026-10-01T12:00:00Z'), endMs: READ_AT_MS };
const LATE = { startMs: Date.parse('2026-10-20T00:00:00Z'), endMs: READ_AT_MS };
const showScreen = (element: React.ReactNode, shown = record) =>
  render(
    <InOpenRecord record={shown} nowMs={READ_AT_MS} view={{ ...viewOfAll, whole: WINDOW, visible: WINDOW }}>
      {element}
    </InOpenRecord>,
  ).container;

const MEASURES = [
  { id: 'bp-sys', name: 'Blood pressure', value: '104/58', before: '112/62' },
  { id: 'k', name: 'Potassium', value: '4.2', before: '4.5' },
] as const;

describe.each(MEASURES)('rule 23: $name that was sent twice is one result', ({ id, name, value, before }) => {
  test('on its tile', () => {
    const { find } = showOverview(record);
    const tile = find(`[data-series="${id}"]`);
    // A narrow tile says the count in the title of its name.
    expect(tile?.outerHTML).toContain('3 results');
    expect(tile?.textContent).toContain(`was ${before}`);
    expect(tile?.outerHTML).toContain('data-latest=');
  });

  test('in the head, the positions and the table of its screen', async () => {
    const { chart, container } = await showDetail({ record }, `#series=${id}`);
    const head = screen.getByRole('heading', { name }).parentElement?.textContent;
    expect(head).toMatch(/3 results: 3 charted; 1 received twice, counted once/);
    expect(head).toContain(`from ${before}`);
    for (const place of ['1 of 3', '2 of 3', '3 of 3', '3 of 3']) {
      fireEvent.keyDown(chart, { key: place === '1 of 3' ? 'Home' : 'ArrowRight' });
      expect(chart.getAttribute('aria-valuetext')).toBe(place);
      expect(spoken(container)).toContain(`Result ${place}.`);
    }
    expect(spoken(container)).toContain(`from ${before}. Received twice, counted once.`);
    expect(tableRowsShown()).toHaveLength(4);
    const words = tableRowsShown().map((row) => cellsOf(row).join(' '));
    const sentTwice = words.map(
      (text) => /received twice, counted once|received again, not counted/.exec(text)?.[0],
    );
    expect(sentTwice).toEqual([
      'received twice, counted once',
      'received again, not counted',
      undefined,
      undefined,
    ]);
  });

  test('its second row is read with the place of the first one', async () => {
    const { container } = await showDetail({ record }, `#series=${id}`);
    const again = tableRowsShown().find((row) => row.textContent?.includes('received again'));
    fireEvent.click(again!.querySelector('td')!);
    expect(spoken(container)).toContain('Same result received again, not counted. Result 3 of 3.');
    expect(spoken(container)).toContain(`from ${before}.`);
  });

  test('outside a window', async () => {
    const early = { startMs: WINDOW.startMs, endMs: Date.parse('2026-10-14T00:00:00Z') };
    const { container } = await showDetail({ record, view: viewOf(early) }, `#series=${id}`);
    expect(container.textContent).toContain('1 later result outside this period.');
    expect(container.querySelector('[data-outside]')?.getAttribute('data-outside')).toBe('1');
  });

  test('on Compare', () => {
    showCompare(record, `#compare=${id}`, WINDOW);
    const strip = stripNamed(name);
    expect(strip.textContent).toContain('3 results');
    expect(strip.textContent).toContain(`was ${before}`);
    expect(strip.textContent).not.toContain('at the same time');
    expect(strip.querySelector('[role="slider"]')?.getAttribute('aria-label')).toContain('3 results');
    fireEvent.keyDown(timeAxis(), { key: 'End' });
    expect(stripNamed(name).textContent).toContain(`was ${before}`);
    const slider = stripNamed(name).querySelector('[role="slider"]')!;
    fireEvent.keyDown(slider, { key: 'End' });
    expect(slider.getAttribute('aria-valuetext')).toBe('result 3 of 3');
    fireEvent.keyDown(slider, { key: 'ArrowLeft' });
    expect(slider.getAttribute('aria-valuetext')).toBe('result 2 of 3');
  });

  test('on Compare, before a window', () => {
    showCompare(record, `#compare=${id}`, { ...LATE, startMs: Date.parse('2026-10-24T00:00:00Z') });
    expect(stripNamed(name).textContent).toContain('3 earlier results outside this period');
  });

  test('in the table of Compare, which has both rows', () => {
    showCompare(record, `#compare=${id}&view=table`, LATE);
    const words = tableRowsShown().map((row) => row.textContent);
    expect(words).toHaveLength(2);
    expect(words.filter((text) => text.includes('received twice, counted once'))).toHaveLength(1);
    expect(words.filter((text) => text.includes('same result received again, not counted'))).toHaveLength(1);
  });

  test('in the grid, whose reading has both', () => {
    showScreen(<Grid events={undefined} fragment="#results" />);
    const cells = screen
      .getByRole('rowheader', { name: new RegExp(`^${name}`) })
      .closest('[role="row"]')!
      .querySelectorAll('[role="gridcell"]');
    const cell = cells[cells.length - 1]!;
    expect(cell.textContent).toBe(value);
    expect(cell.getAttribute('aria-label')).toContain('received twice, counted once');
    expect(cell.getAttribute('aria-label')).not.toContain('2 results');
    fireEvent.pointerOver(cell, { pointerType: 'mouse' });
    const reading = screen.getByRole('region', { name: 'Results of the chosen cell' });
    expect(reading.textContent).not.toContain('2 results');
    expect(reading.querySelectorAll('li')).toHaveLength(2);
  });

  test('on the printed page and in the note', () => {
    const page = showScreen(
      <PrintSummary events={eventsSnapshot({ events: [], courses: [] })} derived={[]} />,
    );
    const tile = page.querySelector(`[data-series="${id}"]`)?.textContent;
    expect(tile).toContain('3 results');
    expect(tile).toContain(`was ${before}`);
    expect(noteBody(noteOf(record, 'text', { ids: [id] })).join('\n')).toMatch(
      new RegExp(`${value}.*was ${before}`, 's'),
    );
  });
});

test('rule 23: the symbol on Compare still says that it was sent twice', () => {
  showCompare(record, '#compare=k,bp-sys', WINDOW);
  for (const name of ['Potassium', 'Blood pressure'])
    expect(
      [...stripNamed(name).querySelectorAll('svg text')].map(({ textContent }) => textContent),
    ).toContain('×2');
});

test('rule 58: the file has each row as it was sent', () => {
  const csv = csvText({ record, patient: marlowe, timeZone: 'UTC', nowMs: record.readAtMs });
  for (const id of ['upper', 'lower', 'first', 'again']) expect(csv).toMatch(new RegExp(`^${id},`, 'm'));
});

describe('rule 23: two results of one moment that differ are two', () => {
  test('on the tile, in the positions and on Compare, and no change is said of either', async () => {
    const tile = showOverview(record).find('[data-series="na"]');
    // A narrow tile says the count in the title of its name.
    expect(tile?.outerHTML).toContain('3 results');
    expect(tile?.textContent).toMatch(/also (?:129|141) at that time/);
    cleanup();
    const { chart, container } = await showDetail({ record }, '#series=na');
    fireEvent.keyDown(chart, { key: 'End' });
    expect(spoken(container)).toMatch(/Result 3 of 3\.$/);
    expect(spoken(container)).not.toMatch(/from|Sent/);
    cleanup();
    showCompare(record, '#compare=na', WINDOW);
    expect(stripNamed('Sodium').textContent).toContain('was 138 mmol/L');
    fireEvent.keyDown(timeAxis(), { key: 'End' });
    expect(stripNamed('Sodium').textContent).toMatch(/also (?:129|141) mmol\/L at the same time/);
    expect(stripNamed('Sodium').textContent).toContain('was 138 mmol/L');
  });

  test('in the grid', () => {
    showScreen(<Grid events={undefined} fragment="#results" />);
    const row = screen.getByRole('rowheader', { name: /^Sodium/ }).closest('[role="row"]');
    expect(row?.textContent).toContain('×2');
  });
});

test('What changed has both sides of a pressure of which one side was sent once more', () => {
  const sent = recordOf([
    ...[128, 130, 126, 129, 127].map((value, i) => pressure(value, 80, `2026-0${i + 1}-04T15:00:00Z`)),
    pressure(208, 104, THIRD),
    side('8480-6', 208, { id: 'again', ...flagConcept('HH') }),
  ]);
  const strip = showScreen(
    <ChangesStrip visits={undefined} facts={noFacts} courses={undefined} columns={3} />,
    sent,
  );
  expect(strip.textContent).toContain('208/104');
  expect(strip.textContent).not.toContain('not recorded');
});

describe('a critical flag that only the preliminary copy of a final result has', () => {
  test.each([
    ['a', 'b'],
    ['b', 'a'],
  ])('stands in the row of the grid, whichever id comes first (%s, %s)', (final, preliminary) => {
    const copies = recordOf([
      potassium(6.9, THIRD, { id: final }),
      potassium(6.9, THIRD, { id: preliminary, status: 'preliminary', ...flagConcept('HH') }),
    ]);
    showScreen(<Grid events={undefined} fragment="#results" />, copies);
    const row = screen.getByRole('rowheader', { name: /^Potassium/ }).closest('[role="row"]');
    expect(row?.textContent).toMatch(/HH/);
  });
});
