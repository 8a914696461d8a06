// @vitest-environment happy-dom
import { noFacts } from '../../clinical/change/patientFacts.ts';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { ChangesStrip } from '../../parts/changes/ChangesStrip.tsx';
import { csvText } from '../../parts/export/downloadCsv.ts';
import { noteFacts } from '../../parts/export/noteFacts.ts';
import { noteText } from '../../parts/export/noteText.ts';
import { CompareApp } from '../../screens/compare/compareFixture.tsx';
import { Detail } from '../../screens/detail/Detail.tsx';
import { Grid } from '../../screens/grid/Grid.tsx';
import { PrintSummary } from '../../screens/print/PrintSummary.tsx';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { InOpenRecord, TEST_TIME_ZONE } from '../../testing/InOpenRecord.tsx';
import { showOverview, warmOverview } from '../../testing/overviewFixture.tsx';
import { marlowe } from '../../testing/patientFixture.ts';
import { flagConcept, READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { spokenText } from '../../testing/spokenAndDrawn.ts';

beforeAll(warmOverview, 60_000);
afterEach(() => {
  cleanup();
  location.hash = '';
});

const hemoglobin = (value: number | string, at: string, more: object = {}) =>
  resultInput('718-7', value, 'g/dL', at, { ...more });
const glucose = (value: number, unit: string, at: string, more: object = {}) =>
  resultInput('2345-7', value, unit, at, { ...more });

const CHARTED = [13.4, 13.1, 12.8].map((value, i) => hemoglobin(value, `2026-0${i + 6}-04T15:00:00Z`));
const CRITICAL = hemoglobin('3.1 g/dl?? called to ward', '2026-10-02T15:00:00Z', flagConcept('LL'));
const SUGAR = [
  ...[94, 99, 96].map((value, i) => glucose(value, 'mg/dL', `2026-0${i + 6}-04T15:00:00Z`)),
  glucose(17.2, 'mmol/L', '2026-10-03T15:00:00Z', flagConcept('H')),
];
/** This measure has no curve at all. */
const CULTURE = resultInput('5804-0', 'gross blood', '', '2026-10-04T15:00:00Z', flagConcept('AA'));
const record = recordOf([...CHARTED, CRITICAL, ...SUGAR, CULTURE]);

const NEWER = 'Newer, not charted: 3.1 g/dl?? called to ward';
const CRITICAL_DATE = '2 Oct 2026';
const IN_OTHER_UNIT = 'Newer in another unit: 17.2 mmol/L H, 3 Oct 2026';

const WINDOW = { startMs: Date.parse('2026-01-01T12:00:00Z'), endMs: READ_AT_MS };
const showScreen = (element: React.ReactNode, shown: RecordSnapshot = record) =>
  render(
    <InOpenRecord record={shown} view={{ ...viewOfAll, whole: WINDOW, visible: WINDOW }}>
      {element}
    </InOpenRecord>,
  ).container;

describe('on the overview', () => {
  test('rule 13: the tile has value, flag and date of the newer result, and a voice says it first', () => {
    const tile = showOverview(record).find('[data-series="hgb"]')!;
    expect(tile.textContent).toContain('12.8 g/dL');
    expect(tile.querySelector('[data-newer="listed"]')?.textContent).toBe(`${NEWER} ‼LL, ${CRITICAL_DATE}`);
    expect(spokenText(tile)).toMatch(
      /^Hemoglobin, newer, not charted: 3\.1 g\/dl\?\? called to ward, critically low, 2 Oct 2026; charted 12\.8 grams per decilitre/,
    );
  });

  test('the flag stands apart from the text, so that a text that is cut hides no flag', () => {
    const line = showOverview(record).find('[data-series="hgb"] [data-newer="listed"]')!;
    const parts = [...line.lastElementChild!.querySelectorAll(':scope > span')].map(
      ({ textContent }) => textContent,
    );
    expect(parts.slice(0, 3)).toEqual(['3.1 g/dl?? called to ward', ' ‼LL, ', CRITICAL_DATE]);
  });

  test('a newer result in another unit is pointed to', () => {
    const tile = showOverview(record).find('[data-series="glucose"]')!;
    expect(tile.querySelector('[data-newer="other-unit"]')?.textContent).toBe(IN_OTHER_UNIT);
  });

  test('the line takes its room from the curve, so that no tile is higher than another', () => {
    const heightOf = (shown: RecordSnapshot) =>
      Number(showOverview(shown).find('[data-series="hgb"] [data-plot] svg')!.getAttribute('height'));
    expect(heightOf(record)).toBe(heightOf(recordOf(CHARTED)) - 14);
  });

  test('a tile without a newer result has no such line', () => {
    const tile = showOverview(recordOf(CHARTED)).find('[data-series="hgb"]')!;
    expect(tile.querySelector('[data-newer]')).toBeNull();
    expect(spokenText(tile)).toMatch(/^Hemoglobin 12\.8 grams per decilitre/);
  });

  test('rule 39: while pages arrive the line takes the place of another, and nothing is called the latest', () => {
    const reading = { ...record, ended: false, complete: false };
    const tile = showOverview(reading).find('[data-series="hgb"]')!;
    expect(tile.textContent).toContain(`${NEWER} ‼LL, ${CRITICAL_DATE}; newest loaded so far`);
    expect(tile.textContent).not.toContain('was ');
  });

  test('a result without a curve has value, flag and date', async () => {
    const { find } = showOverview(record);
    await screen.findByText('Results without a chart');
    const line = find('[data-count="0"]');
    expect(line?.textContent).toContain('“gross blood” ‼AA4 Oct 2026');
    expect(spokenText(line)).toContain('gross blood, critically abnormal');
  });

  test('rule 34: where the vendor says so a preliminary result has a date and no value', () => {
    const preliminary = hemoglobin(5.55, '2026-10-02T15:00:00Z', { status: 'preliminary' });
    const shown = recordOf([...CHARTED, preliminary]);
    const hidden = {
      ...shown,
      series: shown.series.map((series) => ({
        ...series,
        rows: series.rows.filter(({ kind }) => kind.status === 'final'),
        listed: series.rows
          .filter(({ kind }) => kind.status !== 'final')
          .map((row) => ({
            ...row,
            valueText: '',
            value: Number.NaN,
            kind: { ...row.kind, drawing: 'listed', reason: 'preliminary-hidden' } as const,
          })),
      })),
    };
    const tile = showOverview(hidden).find('[data-series="hgb"]')!;
    expect(tile.textContent).toContain('Newer: preliminary result, see the EHR, 2 Oct 2026');
    expect(tile.textContent).not.toContain('5.55');
  });
});

describe('in What changed', () => {
  const showChanges = (shown: RecordSnapshot) => {
    showScreen(<ChangesStrip visits={undefined} facts={noFacts} courses={undefined} columns={3} />, shown);
    return screen.getByRole('region', { name: 'What changed' });
  };

  test('every newer result leads, the most severe first, also one without a curve', () => {
    showChanges(record);
    const labels = screen.getAllByRole('link').map((link) => spokenText(link));
    expect(labels.slice(0, 3).map((label) => label?.split(',')[0])).toEqual([
      'Hemoglobin',
      expect.stringContaining('Urine protein'),
      'Glucose',
    ]);
  });

  test('rule 37: a critical one is named in an incomplete record too', () => {
    const strip = showChanges({ ...record, complete: false });
    expect(strip.textContent).toContain(`Hemoglobin ${NEWER} ‼LL`);
    expect(strip.textContent).not.toContain('Glucose');
  });

  test('the critical one of long before is not absent, another one is', () => {
    const old = [
      ...CHARTED.slice(0, 1),
      hemoglobin('2.2 called', '2026-06-05T15:00:00Z', flagConcept('LL')),
      resultInput('2951-2', 140, 'mmol/L', '2026-06-04T15:00:00Z'),
      resultInput('2951-2', 'clotted', 'mmol/L', '2026-06-05T15:00:00Z'),
      resultInput('2823-3', 4.4, 'mmol/L', '2026-11-20T15:00:00Z'),
    ];
    const strip = showChanges(recordOf(old));
    expect(strip.textContent).toContain('2.2 called');
    expect(strip.textContent).not.toContain('clotted');
  });
});

describe('on the screen of a result', () => {
  test('the head has it beside the latest, which is the latest on the curve alone', async () => {
    const container = showScreen(<Detail seriesId="hgb" />);
    await screen.findByRole('slider', { name: /result/ });
    const head = screen.getByRole('heading', { name: 'Hemoglobin' }).parentElement?.textContent;
    expect(head).toContain(`latest final result charted${NEWER} ‼LL, ${CRITICAL_DATE}`);
    expect(container.querySelector('[data-newer]')).not.toBeNull();
  });

  test('of several it says how many more there are, and leads to the table of all', async () => {
    const more = hemoglobin('clotted', '2026-10-01T15:00:00Z');
    const container = showScreen(<Detail seriesId="hgb" />, recordOf([...CHARTED, CRITICAL, more]));
    await screen.findByRole('slider', { name: /result/ });
    fireEvent.click(screen.getByRole('button', { name: 'and 1 more' }));
    expect(document.activeElement).toBe(container.querySelector('[data-twin]'));
  });

  test('one in another unit leads to its own screen', async () => {
    showScreen(<Detail seriesId="glucose" />);
    await screen.findByRole('slider', { name: /result/ });
    expect(screen.getByRole('link', { name: /^Newer in another unit: 17\.2/ }).getAttribute('href')).toMatch(
      /^#series=glucose(?:~|%7E)mmol/,
    );
  });

  test('a series without a curve is headed by its newest result', () => {
    const { id } = record.series.find(({ rows }) => rows.length === 0)!;
    showScreen(<Detail seriesId={id} />);
    const head = screen.getByRole('heading', { level: 2 }).parentElement?.textContent;
    expect(head).toContain('gross blood');
    expect(head).toContain('‼AA4 Oct 2026, not charted');
  });
});

test('Compare has it where the latest stands', () => {
  location.hash = '#compare=hgb,glucose';
  render(<CompareApp record={record} />);
  expect(screen.getByRole('region', { name: /^Hemoglobin/ }).textContent).toContain(`${NEWER} ‼LL`);
});

test('the table of Compare has it for each test, whatever period it holds, and says nothing of a test without one', () => {
  location.hash = '#compare=hgb,glucose,k';
  const potassium = resultInput('2823-3', 4.1, 'mmol/L', '2026-06-04T15:00:00Z');
  const { container } = render(
    <CompareApp record={recordOf([...CHARTED, CRITICAL, ...SUGAR, potassium])} window={WINDOW} />,
  );
  fireEvent.keyDown(document.body, { key: 't' });
  const lines = [...container.querySelectorAll('[role="grid"], table')].at(-1)!.closest('[class*="table"]')!;
  const said = [...lines.querySelectorAll('p')].map(({ textContent }) => textContent);
  expect(said).toEqual([
    `Hemoglobin: ${NEWER} ‼LL, ${CRITICAL_DATE}`,
    expect.stringContaining('Newer in another unit: 17.2 mmol/L'),
  ]);
});

describe('in the grid', () => {
  const rowOf = (name: string) =>
    screen.getAllByRole('rowheader', { name: new RegExp(`^${name}`) })[0]?.textContent;

  test('a newer result whose column is hidden, or that has another row, is named in its row', () => {
    showScreen(<Grid events={undefined} fragment="#results" />);
    expect(rowOf('Hemoglobin')).not.toContain('Newer');
    expect(rowOf('Glucose')).toContain(IN_OTHER_UNIT);
    cleanup();
    const unflagged = hemoglobin('clotted', '2026-10-02T15:00:00Z');
    const flagged = hemoglobin(19, '2026-09-04T15:00:00Z', flagConcept('H'));
    showScreen(
      <Grid events={undefined} fragment="#results=abnormal" />,
      recordOf([...CHARTED, flagged, unflagged]),
    );
    expect(rowOf('Hemoglobin')).toContain('Newer, not charted: clotted, 2 Oct 2026');
  });
});

test('the printed page has it on the tile', () => {
  const container = showScreen(
    <PrintSummary events={eventsSnapshot({ events: [], courses: [] })} derived={[]} />,
  );
  expect(container.querySelector('[data-series="hgb"]')?.textContent).toContain(
    `${NEWER} ‼LL, ${CRITICAL_DATE}`,
  );
  expect(container.textContent).toContain('gross blood AA, 4 Oct 2026');
});

describe('in what is taken along', () => {
  test('the note names it beside the latest', () => {
    const source = { record, patient: marlowe, timeZone: TEST_TIME_ZONE, nowMs: READ_AT_MS, siteLabel: 'x' };
    const lines = noteText(noteFacts(source), 'text').split('\n');
    expect(lines.find((line) => line.startsWith('Hemoglobin'))).toContain(
      `${NEWER} LL, 2 Oct 2026 10:00 CDT`,
    );
    expect(lines.find((line) => line.startsWith('Glucose'))).toContain(
      'Newer in another unit: 17.2 mmol/L H',
    );
  });

  test('the head of the CSV says which result is newer than the latest on a curve', () => {
    const lines = csvText({
      record,
      patient: marlowe,
      timeZone: TEST_TIME_ZONE,
      nowMs: record.readAtMs,
    }).split('\r\n');
    expect(lines.filter((line) => line.startsWith('"# ')).join('\n')).toContain(
      `# Hemoglobin: ${NEWER} LL, ${CRITICAL_DATE}`,
    );
    expect(lines.some((line) => line.includes('3.1 g/dl?? called to ward') && !line.startsWith('"#'))).toBe(
      true,
    );
  });
});
