/** Draws one record on every surface of the clinician's view, and reads from each what it says of the newest result of each test. */
import { cleanup, render, screen } from '@testing-library/react';
import { frameOf } from '../../charts/axis/frame.ts';
import { chartEntriesOf } from '../../charts/reading/chartEntries.ts';
import { noteFacts } from '../../parts/export/noteFacts.ts';
import { ResultRow } from '../../parts/results/table/ResultRow.tsx';
import { Tile } from '../../parts/results/Tile.tsx';
import { isDrawnEntry, tileEntriesOf, type DrawnEntry } from '../../parts/results/tileLayout.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { showCompare } from '../../screens/compare/compareFixture.tsx';
import { DetailHead } from '../../screens/detail/DetailHead.tsx';
import { Grid } from '../../screens/grid/Grid.tsx';
import { PrintSummary } from '../../screens/print/PrintSummary.tsx';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { InOpenRecord, TEST_TIME_ZONE } from '../../testing/InOpenRecord.tsx';
import { marlowe } from '../../testing/patientFixture.ts';
import { READ_AT_MS } from '../../testing/recordFixture.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';

/** This is what one surface says of the newest result of a test. */
export type Said = {
  readonly value: string;
  readonly unit: string;
  /** These are the letters of the flags that stand with it, such as "HH"; '' without any. */
  readonly flag: string;
  /** It is '' where the surface counts no results. */
  readonly count: string;
  /** This is all that stands there, each part with a blank behind it. */
  readonly text: string;
};

/** One row of the table of a test, or one cell of the grid in words. */
type SaidRow = { readonly value: string; readonly flag: string; readonly text: string };

export type Surfaces = {
  readonly id: string;
  readonly newest: Readonly<Record<'tile' | 'head' | 'strip' | 'page' | 'note', Said>>;
  readonly rows: readonly SaidRow[];
  readonly cells: readonly string[];
};

const WINDOW = { startMs: Date.parse('2026-01-01T12:00:00Z'), endMs: READ_AT_MS };
const view = { ...viewOfAll, whole: WINDOW, visible: WINDOW };
const frame = frameOf({ ...WINDOW, timeZone: TEST_TIME_ZONE, widthPx: 200, heightPx: 30 });
const tileView = { frame, completeness: 'complete', todayMs: READ_AT_MS, nameWidthPx: 500 } as const;
const nothing = (): void => undefined;

/** Returns the text of an element without what only a voice reads, and with a blank behind each part. */
function textOf(element: Element | null | undefined, without: readonly unknown[] = []): string {
  const parts: string[] = [];
  const take = (node: Node): void => {
    if (without.includes(node) || (node instanceof Element && node.tagName === 'svg')) return;
    if (node.nodeType === Node.TEXT_NODE) parts.push(node.textContent ?? '');
    else for (const child of node.childNodes) take(child);
  };
  if (element) take(element);
  return parts.join(' ').replaceAll(/\s+/g, ' ').trim();
}

const LETTERS = /(?<![\w/])(?:HH|LL|AA|[HLA])(?!\w)/g;

/** Returns the letters of the flags that stand with a number. A flag without a direction or of our own has a shape and no letters. */
const lettersIn = (flags: Element | null | undefined, ...without: readonly unknown[]): string =>
  [...textOf(flags, without).matchAll(LETTERS)].map(([letters]) => letters).join(' ');

const countIn = (text: string): string => /(\d[\d,]*) results?\b/.exec(text)?.[1] ?? '';

/** Reads a number that stands in bold with its unit behind it. */
function saidAt(number: Element | null | undefined, flags: Element | null | undefined, all: Element): Said {
  const text = textOf(all);
  return {
    value: textOf(number).replaceAll(' ', ''),
    unit: textOf(number?.nextElementSibling),
    flag: lettersIn(flags, number, number?.nextElementSibling),
    count: countIn(text),
    text,
  };
}

const shownIn = (record: RecordSnapshot, element: React.ReactNode): HTMLElement =>
  render(
    <InOpenRecord record={record} nowMs={READ_AT_MS} view={view}>
      {element}
    </InOpenRecord>,
  ).container;

const partnerOf = (entry: DrawnEntry) => (entry.kind === 'pair' ? entry.diastolic : undefined);

function tileOf(record: RecordSnapshot, entry: DrawnEntry): Said {
  const { name, series, newer } = entry;
  const container = shownIn(
    record,
    <Tile {...{ name, series, newer }} diastolic={partnerOf(entry)} view={tileView} />,
  );
  const tile = container.querySelector('a[data-series]')!;
  const [flag, number] = tile.querySelectorAll('[data-number]');
  const said = saidAt(number?.querySelector('b'), flag, tile);
  const counted = tile.querySelector('[data-received]')?.getAttribute('data-tooltip') ?? '';
  cleanup();
  return { ...said, count: countIn(counted) };
}

function headOf(record: RecordSnapshot, entry: DrawnEntry): Said {
  const { name, series } = entry;
  const entries = chartEntriesOf(series, partnerOf(entry));
  const container = shownIn(
    record,
    <DetailHead {...{ name, series, entries }} partner={partnerOf(entry)} onShowAll={nothing} />,
  );
  const number = container.querySelector('p b');
  const said = saidAt(number, number?.parentElement, container);
  cleanup();
  return { ...said, count: '' };
}

function rowsOf(record: RecordSnapshot, entry: DrawnEntry): readonly SaidRow[] {
  const { series } = entry;
  const container = shownIn(
    record,
    <table>
      <tbody>
        {chartEntriesOf(series, partnerOf(entry)).all.map((one, rowIndex) => (
          <ResultRow key={one.key} entry={one} {...{ series, rowIndex }} selected={false} />
        ))}
      </tbody>
    </table>,
  );
  const rows = [...container.querySelectorAll('tr')].map((row) => ({
    value: textOf(row.children[1]?.querySelector('b')),
    flag: textOf(row.children[2]).replaceAll(/[‼ ]|sys|dia/g, ''),
    text: textOf(row),
  }));
  cleanup();
  return rows;
}

/** Returns by series what the strips of Compare say. */
function stripsOf(record: RecordSnapshot, ids: readonly string[]): ReadonlyMap<string, Said> {
  const { container } = showCompare(record, `#compare=${ids.join(',')}`, WINDOW);
  const strips = [...container.querySelectorAll<HTMLElement>('section[data-series]')].map((strip) => {
    const number = strip.querySelector('p > b');
    return [strip.dataset['series'] ?? '', saidAt(number, number?.parentElement, strip)] as const;
  });
  cleanup();
  location.hash = '';
  return new Map(strips);
}

function pageOf(record: RecordSnapshot): ReadonlyMap<string, Said> {
  const events = eventsSnapshot({ events: [], courses: [] });
  const container = shownIn(record, <PrintSummary events={events} derived={[]} />);
  const tiles = [...container.querySelectorAll<HTMLElement>('li[data-series]')].map((tile) => {
    const number = tile.querySelector('p > b');
    return [tile.dataset['series'] ?? '', saidAt(number, number?.parentElement, tile)] as const;
  });
  cleanup();
  return new Map(tiles);
}

const nothingSaid: Said = { value: '', unit: '', flag: '', count: '', text: '' };

function noteOf(record: RecordSnapshot, { id }: DrawnEntry): Said {
  const source = {
    record,
    patient: marlowe,
    timeZone: TEST_TIME_ZONE,
    nowMs: READ_AT_MS,
    siteLabel: 'General Hospital',
  };
  const [line] = noteFacts(source, { seriesIds: [id] }).lines;
  if (!line) return nothingSaid;
  const { value, unit, flag, timeText, previous, remarks } = line;
  const letters = flag.replaceAll(/systolic|diastolic|[–,N ]/g, '');
  const text = [value, unit, flag, timeText, previous, ...remarks].join(' ');
  return { value, unit, flag: letters, count: '', text };
}

/** Returns by name what a voice says of the cells of the grid that hold a result. */
function cellsOf(record: RecordSnapshot): ReadonlyMap<string, readonly string[]> {
  shownIn(record, <Grid events={undefined} fragment="#results" />);
  const rows = screen.queryAllByRole('rowheader').map((header) => {
    const cells = [...(header.closest('[role="row"]')?.querySelectorAll('[role="gridcell"]') ?? [])];
    const name = header.querySelector('a')?.textContent ?? '';
    return [name, cells.map((cell) => cell.getAttribute('aria-label') ?? '')] as const;
  });
  cleanup();
  return new Map(rows);
}

/** Draws every surface. Tests without a curve have no tile and are left out. */
export function surfacesOf(record: RecordSnapshot): readonly Surfaces[] {
  const entries = tileEntriesOf(record.series, []).filter(isDrawnEntry);
  if (entries.length === 0) return [];
  const strips = stripsOf(
    record,
    entries.map(({ id }) => id),
  );
  const page = pageOf(record);
  const cells = cellsOf(record);
  return entries.map((entry) => ({
    id: entry.id,
    newest: {
      tile: tileOf(record, entry),
      head: headOf(record, entry),
      strip: strips.get(entry.series.id) ?? nothingSaid,
      page: page.get(entry.series.id) ?? nothingSaid,
      note: noteOf(record, entry),
    },
    rows: rowsOf(record, entry),
    cells: cells.get(entry.name) ?? [],
  }));
}
