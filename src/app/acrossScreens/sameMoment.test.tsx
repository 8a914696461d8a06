// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { allDerivedSeries } from '../../clinical/derived/derived.ts';
import { noteBody, noteOf } from '../../parts/export/noteFixture.ts';
import { selectForNote } from '../../parts/export/noteSelection.ts';
import { LanguageProvider } from '../../parts/language/languageContext.ts';
import { cardsOf } from '../../screens/myResults/card/cards.ts';
import { ResultCard } from '../../screens/myResults/card/ResultCard.tsx';
import { showCompare, stripNamed } from '../../screens/compare/compareFixture.tsx';
import { showDetail } from '../../screens/detail/detailFixture.tsx';
import { Grid } from '../../screens/grid/Grid.tsx';
import { PrintSummary } from '../../screens/print/PrintSummary.tsx';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { showOverview, warmOverview } from '../../testing/overviewFixture.tsx';
import { flagConcept, pressure, READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';

// Two results of one moment have no order. Every screen shows one first, and none may hide the flag of the other (rules 13 and 23).

beforeAll(warmOverview, 60_000);
afterEach(() => {
  cleanup();
  location.hash = '';
});

type Fields = Readonly<Record<string, unknown>>;

const BEFORE = '2026-10-01T08:00:00Z';
const MOMENT = '2026-11-20T08:00:00Z';
const preliminary = { status: 'preliminary' };
const potassium = (value: number, at: string, more: Fields = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, more);
const critical = (value: number, more: Fields = {}) =>
  potassium(value, MOMENT, { ...flagConcept('HH'), ...more });
const side = (code: string, value: number, more: Fields = {}) => ({
  code: { coding: [{ system: 'http://loinc.org', code }] },
  valueQuantity: { value, unit: 'mmHg' },
  ...more,
});
const pressureOf = (
  [systolic, diastolic]: readonly [number, number],
  flags: readonly [string, string],
  more: Fields = {},
) => ({
  ...pressure(systolic, diastolic, MOMENT),
  component: [
    side('8480-6', systolic, flagConcept(flags[0])),
    side('8462-4', diastolic, flagConcept(flags[1])),
  ],
  ...more,
});

const WINDOW = { startMs: Date.parse('2026-01-01T12:00:00Z'), endMs: READ_AT_MS };
const view = { ...viewOfAll, whole: WINDOW, visible: WINDOW };
const textOf = (element: Element | null | undefined): string => element?.textContent ?? '';

const showPrint = (resources: readonly unknown[], window = WINDOW) =>
  render(
    <InOpenRecord
      record={recordOf(resources)}
      nowMs={READ_AT_MS}
      view={{ ...view, whole: window, visible: window }}
    >
      <PrintSummary events={eventsSnapshot({ events: [], courses: [] })} derived={[]} />
    </InOpenRecord>,
  ).container;

/** Returns what each screen says of the newest result of a test. */
async function screensOf(resources: readonly unknown[], id: string, name: string) {
  const record = recordOf(resources);
  const { find } = showOverview(record, { view });
  const tile = textOf(find(`[data-series="${id}"]`));
  cleanup();
  await showDetail({ record, view }, `#series=${id}`);
  const head = textOf(screen.getByRole('heading', { name }).parentElement);
  cleanup();
  showCompare(record, `#compare=${id}`, WINDOW);
  const strip = textOf(stripNamed(name));
  cleanup();
  location.hash = '';
  const page = textOf(showPrint(resources).querySelector(`[data-series="${id}"]`));
  cleanup();
  return { tile, head, strip, page, note: noteBody(noteOf(record)).join(' ') };
}

type Said = Awaited<ReturnType<typeof screensOf>>;

const says = (text: string, words: string | RegExp): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text);
/** Returns the screens that say these words, or do not, each with its text. */
const screensWith = (said: Said, words: string | RegExp) =>
  Object.entries(said).filter(([, text]) => says(text, words));
const screensWithout = (said: Said, words: string | RegExp) =>
  Object.entries(said).filter(([, text]) => !says(text, words));

const CASES = [
  [
    'final, the critical one with the first id',
    [critical(6.9, { id: 'a' }), potassium(4.1, MOMENT, { id: 'b' })],
  ],
  [
    'final, the critical one with the last id',
    [critical(6.9, { id: 'z' }), potassium(4.1, MOMENT, { id: 'b' })],
  ],
  [
    'preliminary',
    [critical(6.9, { id: 'a', ...preliminary }), potassium(4.1, MOMENT, { id: 'b', ...preliminary })],
  ],
  ['one of them final', [critical(6.9, { id: 'a', ...preliminary }), potassium(4.1, MOMENT, { id: 'b' })]],
] as const;

describe.each(CASES)('two results of one moment that are %s', (kind, pair) => {
  const earlier = kind === 'preliminary' ? [] : [potassium(4, BEFORE)];
  const resources = [...earlier, ...pair];

  test('have both values and the critical flag on every screen', async () => {
    const said = await screensOf(resources, 'k', 'Potassium');
    expect(screensWithout(said, '6.9')).toEqual([]);
    expect(screensWithout(said, '4.1')).toEqual([]);
    expect(screensWithout(said, /HH/)).toEqual([]);
  });

  test('show the critical one in the one cell of their moment', () => {
    render(
      <InOpenRecord record={recordOf(resources)} nowMs={READ_AT_MS}>
        <Grid events={undefined} fragment="#results" />
      </InOpenRecord>,
    );
    const cells = screen.getAllByRole('gridcell').map(textOf);
    expect(cells.at(-1)).toMatch(/HH ×2 6\.9$/);
  });

  test('a critical one is never left out of a short note or a page', () => {
    const others = Array.from({ length: 30 }, (_, i) =>
      ['2026-11-01T08:00:00Z', '2026-11-02T08:00:00Z'].map((at) => ({
        ...resultInput('0-0', i + 1, 'mg/L', at, flagConcept('H')),
        code: { coding: [{ system: 'urn:x', code: `t${i}` }], text: `Test ${i}` },
      })),
    ).flat();
    const { series } = recordOf([...resources, ...others]);
    const { entries } = selectForNote(
      { kind: 'all' },
      { series, changes: undefined, window: undefined, timeZone: 'UTC' },
      10,
    );
    expect(entries.map(({ id }) => id)).toContain('k');
    const page = showPrint([...resources, ...others], {
      startMs: Date.parse('2026-11-01T00:00:00Z'),
      endMs: Date.parse('2026-11-10T00:00:00Z'),
    });
    expect(page.querySelector('[data-series="k"]')).not.toBeNull();
  });

  test('are urgent to a patient, who reads no value that is not final', () => {
    const [card] = cardsOf(recordOf(resources).series);
    const { container } = render(
      <LanguageProvider value={{ language: 'en', onChoose: () => undefined }}>
        <InOpenRecord nowMs={READ_AT_MS}>
          <ResultCard card={card!} name="Potassium" what="" completeness="complete" />
        </InOpenRecord>
      </LanguageProvider>,
    );
    const text = textOf(container);
    expect(text).toContain('urgent');
    expect(text.includes('6.9')).toBe(kind.startsWith('final'));
    expect(text.includes('4.1')).toBe(kind !== 'preliminary');
  });
});

test('where a preliminary result is replaced by a final one, nothing is said of it', async () => {
  const twice = [
    potassium(4, BEFORE),
    critical(6.9, { id: 'a', ...preliminary }),
    critical(6.9, { id: 'b' }),
  ];
  const said = await screensOf(twice, 'k', 'Potassium');
  expect(screensWith(said, /preliminary|at (?:that|the same) time/i)).toEqual([]);
});

test('where the order of the two is only a day, a preliminary result that is replaced is not possibly newer', async () => {
  const day = (more: Fields) => potassium(5.9, '2026-11-20', { ...flagConcept('H'), ...more });
  const said = await screensOf(
    [potassium(4, BEFORE), day({ id: 'a', ...preliminary }), day({ id: 'b' })],
    'k',
    'Potassium',
  );
  expect(screensWith(said, /preliminary|newer/i)).toEqual([]);
});

test('an ordinary preliminary result beside a final one of its moment is seen in the tables alone', async () => {
  const said = await screensOf(
    [
      potassium(4, BEFORE),
      potassium(4.3, MOMENT, { id: 'a', ...preliminary }),
      potassium(4.1, MOMENT, { id: 'b' }),
    ],
    'k',
    'Potassium',
  );
  expect(screensWith(said, '4.3')).toEqual([]);
});

describe('blood pressures', () => {
  test('of one moment: the flag of either side stands with the one that is shown second', async () => {
    const said = await screensOf(
      [
        pressure(134, 80, BEFORE),
        pressureOf([210, 130], ['N', 'HH'], { id: 'z' }),
        pressureOf([130, 82], ['N', 'N'], { id: 'b' }),
      ],
      'bp-sys',
      'Blood pressure',
    );
    expect(screensWithout(said, /210\/\s?130/)).toEqual([]);
    expect(screensWithout(said, /130\/\s?82/)).toEqual([]);
    expect(screensWithout(said, /HH/)).toEqual([]);
  });

  test('a preliminary one whose lower side alone is critical has its flag everywhere', async () => {
    const said = await screensOf(
      [pressureOf([150, 130], ['N', 'HH'], { id: 'a', ...preliminary })],
      'bp-sys',
      'Blood pressure',
    );
    expect(screensWithout(said, /HH/)).toEqual([]);
  });

  test('a preliminary one of the moment of a final one is named with both sides', async () => {
    const said = await screensOf(
      [
        pressureOf([210, 130], ['HH', 'N'], { id: 'a', ...preliminary }),
        pressureOf([130, 82], ['N', 'N'], { id: 'b' }),
      ],
      'bp-sys',
      'Blood pressure',
    );
    expect(screensWithout(said, '210/130')).toEqual([]);
  });

  test('the limit of one side does not hide its critical flag behind the lesser flag of the other', async () => {
    const beyond = { valueQuantity: { value: 250, comparator: '>', unit: 'mmHg' } };
    const sent = pressureOf([250, 110], ['HH', 'H']);
    const [upper, lower] = sent.component;
    const said = await screensOf(
      [{ ...sent, component: [{ ...upper, ...beyond }, lower] }],
      'bp-sys',
      'Blood pressure',
    );
    expect(screensWithout(said, /HH/)).toEqual([]);
  });

  test('of one moment give two mean pressures, and neither is called the only one', async () => {
    const record = recordOf([
      pressureOf([210, 130], ['HH', 'N'], { id: 'a' }),
      pressureOf([130, 82], ['N', 'N'], { id: 'b' }),
    ]);
    const derived = allDerivedSeries(record.series, {
      correctedCalcium: false,
      birth: undefined,
      dayOf: () => 0,
    });
    const note = noteOf(record, 'text', { options: { derived } });
    expect(note).toMatch(/Mean arterial pressure 98 mmHg .* also 157 at that time/);
    const { find } = showOverview(record, { view });
    await screen.findAllByText('Mean arterial pressure');
    expect(textOf(find('[data-series="map~calculated"]'))).toContain('also 157 at that time');
    cleanup();
    await showDetail({ record, view }, '#series=map~calculated');
    const head = textOf(screen.getByRole('heading', { name: 'Mean arterial pressure' }).parentElement);
    expect(head).toMatch(/98 mmHg.*also 157 at that time/);
  });
});

describe('rule 13: the result before', () => {
  const limit = (value: number, comparator: string, at: string) =>
    potassium(value, at, { valueQuantity: { value, unit: 'mmol/L', comparator } });

  test.each([
    ['a limit', limit(9, '>', '2026-10-20T08:00:00Z'), '>9'],
    ['a day alone', potassium(4.4, '2026-10-20'), '4.4'],
    ['a number', potassium(4.4, '2026-10-20T08:00:00Z'), '4.4'],
  ])('is %s on every screen', async (_, between, value) => {
    const said = await screensOf(
      [potassium(4, BEFORE), between, potassium(5, '2026-11-01T08:00:00Z')],
      'k',
      'Potassium',
    );
    expect(screensWithout(said, new RegExp(`(?:was|from) ${value} mmol/L`))).toEqual([]);
    expect(screensWith(said, /(?:was|from) 4 mmol/)).toEqual([]);
  });
});
