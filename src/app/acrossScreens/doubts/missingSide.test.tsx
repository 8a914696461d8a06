// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { replaces } from '../../../record/rules/replacedResultsFixture.ts';
import { cardsOf } from '../../../screens/myResults/card/cards.ts';
import { loinc } from '../../../testing/codes.ts';
import { warmOverview } from '../../../testing/overviewFixture.tsx';
import { pressure, recordOf } from '../../../testing/recordFixture.ts';
import { surfacesOf } from '../surfacesFixture.tsx';

// A pressure of which one side has no point is the same pressure on every screen, and the same is said of that side (rule 7).

beforeAll(warmOverview, 60_000);

type Fields = Readonly<Record<string, unknown>>;
const BEFORE = { effectiveDateTime: '2026-10-01T08:00:00Z' };
const first = { ...pressure(130, 85, BEFORE.effectiveDateTime), id: 'first' };

const mmHg = (value: number): Fields => ({ valueQuantity: { value, unit: 'mmHg' } });
const words = (valueString: string): Fields => ({ valueString });
const upper = (value: Fields): Fields => ({ code: loinc('8480-6'), ...value });
const lower = (value: Fields): Fields => ({ code: loinc('8462-4'), ...value });
const own = (id: string, side: Fields, more: Fields = {}): Fields => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2026-11-20T08:00:00Z',
  ...side,
  ...more,
});
const panel = (id: string, component: readonly Fields[], more: Fields = {}): Fields =>
  own(id, { code: loinc('85354-9'), component }, more);
const instead = (id: string): Fields => ({ ...BEFORE, ...replaces(`Observation/${id}`) });

const UPPER = upper(mmHg(172));
const LOWER = lower(mmHg(81));
const NOT_HEARD = lower(words('not heard'));
const TOO_HIGH = lower(mmHg(8100));
const CORRECTED = lower(mmHg(82));

type Case = readonly [string, readonly Fields[]];

/** Returns what each surface says of the newest pressure. */
function saidOf(sent: readonly Fields[]) {
  const record = recordOf([first, ...sent]);
  const [{ newest, rows, cells } = { newest: undefined, rows: [], cells: [] }] = surfacesOf(record);
  const { tile, head, strip, page, note } = newest!;
  const value = note.value.replaceAll(' ', '');
  const row = rows.find((one) => one.value.replaceAll(' ', '') === value);
  const cell = cells.find((one) => one.includes(`${note.value} mmHg`));
  const [card] = cardsOf(record.series);
  return {
    values: [tile, page, head, strip, note].map((said) => said.value.replaceAll(' ', '')),
    texts: { tile: tile.text, page: page.text, note: note.text, row: row?.text, cell },
    named: { head: head.text, strip: strip.text },
    card: card?.missingSide,
  };
}

const missing = (isSent: boolean) => ({ side: 'lower', isSent });

describe('a side that was not recorded, was withdrawn or no longer counts is not recorded', () => {
  test.each<Case>([
    ['a panel without it', [panel('p', [UPPER])]],
    ['a systolic alone', [own('s', UPPER)]],
    ['withdrawn', [own('s', UPPER), own('d', LOWER, { status: 'entered-in-error' })]],
    ['of a donor', [own('s', UPPER), own('d', LOWER, { focus: [{ display: 'Fetus' }] })]],
    ['replaced by one of another day', [own('s', UPPER), own('d', LOWER), own('e', CORRECTED, instead('d'))]],
    ['words that were replaced', [own('s', UPPER), own('d', NOT_HEARD), own('e', CORRECTED, instead('d'))]],
    ['beside a panel', [panel('p', [UPPER]), own('d', LOWER), own('e', CORRECTED, instead('d'))]],
    [
      'in a panel that was replaced',
      [
        panel('p', [UPPER]),
        panel('q', [upper(mmHg(160)), LOWER]),
        panel('r', [upper(mmHg(161)), CORRECTED], instead('q')),
      ],
    ],
    [
      'in a panel with the same systolic that was replaced',
      [
        panel('p', [UPPER]),
        panel('q', [UPPER, LOWER]),
        panel('r', [upper(mmHg(161)), CORRECTED], instead('q')),
      ],
    ],
    ['without a value', [panel('p', [UPPER]), own('d', lower({ dataAbsentReason: { text: 'refused' } }))]],
    ['cancelled', [panel('p', [UPPER]), own('d', LOWER, { status: 'cancelled' })]],
  ])('%s', (_, sent) => {
    const { values, texts, card } = saidOf(sent);
    expect(new Set(values)).toEqual(new Set(['172/–']));
    for (const text of Object.values(texts)) expect(text).toContain('diastolic not recorded');
    expect(card).toEqual(missing(false));
  });
});

describe('a side that stands in another Observation of the moment was reported separately', () => {
  test.each<Case>([
    ['in words', [panel('p', [UPPER]), own('d', NOT_HEARD)]],
    ['far too high', [panel('p', [UPPER]), own('d', TOO_HIGH)]],
    ['of an unknown status', [panel('p', [UPPER]), own('d', LOWER, { status: 'unknown' })]],
  ])('%s', (_, sent) => {
    const { values, texts, card } = saidOf(sent);
    expect(new Set(values)).toEqual(new Set(['172/–']));
    for (const text of Object.values(texts)) expect(text).toContain('diastolic reported separately');
    expect(card).toEqual(missing(true));
  });
});

describe('a side of the pressure that has no point is not charted, wherever its words or its number stand', () => {
  test.each<readonly [...Case, string]>([
    ['words', [panel('p', [UPPER, NOT_HEARD])], '172/notheard'],
    ['words of an Observation of its own', [own('s', UPPER), own('d', NOT_HEARD)], '172/notheard'],
    ['words as a component of the other side', [own('p', UPPER, { component: [NOT_HEARD] })], '172/notheard'],
    ['a number that is far too high', [panel('p', [UPPER, TOO_HIGH])], '172/8,100'],
    ['of an unknown status', [own('s', UPPER), own('d', LOWER, { status: 'unknown' })], '172/81'],
    [
      'words that replace a number',
      [own('s', UPPER), own('d', LOWER), own('e', NOT_HEARD, replaces('Observation/d'))],
      '172/notheard',
    ],
  ])('%s', (_, sent, value) => {
    const { values, texts, named, card } = saidOf(sent);
    expect(new Set(values)).toEqual(new Set(['172/–', value]));
    expect(texts.row).toMatch(/not charted|“not heard”/);
    for (const text of [texts.tile, texts.page, texts.note, named.head, named.strip])
      expect(text).toContain('diastolic not charted');
    expect(texts.cell).toContain('not charted');
    // No change is counted from or to such a number.
    expect(`${texts.tile} ${named.head}`).not.toMatch(/↑8,015|↓4/);
    expect(card).toEqual(missing(true));
  });
});

test('of a side that came without a value no reason is told beside the other one', () => {
  const absent = lower({ dataAbsentReason: { text: 'Unknown' } });
  const { named, values } = saidOf([panel('p', [UPPER, absent])]);
  expect(new Set(values)).toEqual(new Set(['172/–']));
  for (const text of Object.values(named)) expect(text).not.toContain('not charted: no value');
});

test.each<readonly [...Case, string]>([
  ['both sides', [panel('p', [UPPER, LOWER])], '172/81'],
  ['both sides of one moment', [own('s', UPPER), own('d', LOWER)], '172/81'],
  [
    'a correction of the same moment',
    [own('s', UPPER), own('d', LOWER), own('e', CORRECTED, replaces('Observation/d'))],
    '172/82',
  ],
  ['a panel that repeats one side', [panel('p', [UPPER]), panel('q', [UPPER, LOWER])], '172/81'],
  [
    'a limit',
    [panel('p', [UPPER, lower({ valueQuantity: { value: 40, comparator: '<', unit: 'mmHg' } })])],
    '172/<40',
  ],
])('near miss, a whole pressure: %s', (_, sent, value) => {
  const { values, texts, card } = saidOf(sent);
  expect(new Set(values)).toEqual(new Set([value]));
  for (const text of Object.values(texts)) expect(text).not.toMatch(/diastolic not|diastolic reported/);
  expect(card).toBeUndefined();
});
