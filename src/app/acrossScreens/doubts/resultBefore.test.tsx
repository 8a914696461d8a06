// @vitest-environment happy-dom
/** A fall is read as a repetition where the number before is to check: each screen that names it says so (rules 17 and 22). */
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { noteBody, noteOf } from '../../../parts/export/noteFixture.ts';
import { showDetail } from '../../../screens/detail/detailFixture.tsx';
import { PrintSummary } from '../../../screens/print/PrintSummary.tsx';
import { eventsSnapshot } from '../../../testing/eventsSnapshotFixture.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { showOverview, warmOverview } from '../../../testing/overviewFixture.tsx';
import { flagConcept, pressure, READ_AT_MS, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { spokenText } from '../../../testing/spokenAndDrawn.ts';
import { viewOfAll } from '../../../testing/viewWindowFixture.ts';

beforeAll(warmOverview, 60_000);
afterEach(() => {
  cleanup();
  location.hash = '';
});

const WINDOW = { startMs: Date.parse('2026-01-01T12:00:00Z'), endMs: READ_AT_MS };
const view = { ...viewOfAll, whole: WINDOW, visible: WINDOW };
const potassium = (value: number, at: string, more: object = {}) =>
  resultInput('2823-3', value, 'mmol/L', at, { ...more });
const HEMOLYZED = { note: [{ text: 'Specimen hemolyzed' }] };

/** Returns what each screen says of a potassium of 4.2 after this one. */
const screensAfter = (value: number, more: object = {}) =>
  screensOf('k', 'Potassium', [
    potassium(value, '2026-11-01T14:00:00Z', more),
    potassium(4.2, '2026-11-02T14:00:00Z'),
  ]);

/** Returns what each screen says of a test. */
async function screensOf(id: string, name: string, results: readonly object[]) {
  const record = recordOf(results);
  const tile = showOverview(record, { view }).find(`[data-series="${id}"]`)!;
  const [seen, spoken] = [tile.textContent, spokenText(tile)];
  cleanup();
  await showDetail({ record, view }, `#series=${id}`);
  const head = screen.getByRole('heading', { name }).parentElement!.textContent;
  cleanup();
  location.hash = '';
  const { container } = render(
    <InOpenRecord record={record} nowMs={READ_AT_MS} view={view}>
      <PrintSummary events={eventsSnapshot({ events: [], courses: [] })} derived={[]} />
    </InOpenRecord>,
  );
  const page = container.querySelector(`[data-series="${id}"]`)!.textContent;
  return { seen, spoken, head, page, note: noteBody(noteOf(record)).join(' ') };
}

test.each([
  ['of a hemolyzed specimen', 6.8, HEMOLYZED, 'hemolyzed'],
  ['of a hardly possible size', 17.2, {}, 'check value'],
])('the number before is %s', async (_, value, more, words) => {
  for (const [name, text] of Object.entries(await screensAfter(value, more)))
    expect([name, text]).toEqual([name, expect.stringContaining(words)]);
});

test.each([
  [
    'method',
    { method: { text: 'Jaffe' } },
    { method: { text: 'Enzymatic' } },
    'method changed: Jaffe to Enzymatic',
  ],
  [
    'specimen',
    { specimen: { display: 'Buffy coat' } },
    { specimen: { display: 'Red cells' } },
    'specimen changed',
  ],
])(
  'rule 18: the number before was measured with another %s, and no difference is said',
  async (_, before, now, words) => {
    const { spoken, ...screens } = await screensOf('k', 'Potassium', [
      potassium(6.8, '2026-11-01T14:00:00Z', before),
      potassium(4.2, '2026-11-02T14:00:00Z', now),
    ]);
    for (const [name, text] of Object.entries(screens))
      expect([name, text]).toEqual([name, expect.stringContaining(words)]);
    expect(spoken).not.toContain('6.8');
  },
);

test('rule 18: one side of a blood pressure before was measured in another way', async () => {
  const cuff = (device: string) => ({ device: { display: device } });
  const { spoken, ...screens } = await screensOf('bp-sys', 'Blood pressure', [
    { ...pressure(150, 90, '2026-11-01T14:00:00Z'), ...cuff('Dinamap') },
    { ...pressure(118, 76, '2026-11-02T14:00:00Z'), ...cuff('Omron') },
  ]);
  for (const [name, text] of Object.entries(screens))
    expect([name, text.match(/method changed: Dinamap to Omron/g)]).toEqual([
      name,
      ['method changed: Dinamap to Omron'],
    ]);
  expect(spoken).not.toContain('150');
});

test('a number before that was sent in another unit keeps the unit of the series, and no word puts it in doubt', async () => {
  const screens = await screensOf('weight', 'Body weight', [
    resultInput('29463-7', 186, '[lb_av]', '2026-11-01T14:00:00Z', {}),
    resultInput('29463-7', 82.6, 'kg', '2026-11-02T14:00:00Z', {}),
  ]);
  for (const [name, text] of Object.entries(screens))
    expect([name, text.includes('unit changed')]).toEqual([name, false]);
  expect(screens.seen).toContain('was 84.4 kg');
});

test.each([
  ['sound', 6.8, {}],
  ['flagged', 6.8, flagConcept('HH')],
  ['of a specimen without hemolysis', 6.8, { note: [{ text: 'No hemolysis' }] }],
  ['corrected', 5.1, { status: 'corrected' }],
])('nothing is said where it is %s', async (_, value, more) => {
  for (const [name, text] of Object.entries(await screensAfter(value, more)))
    expect([name, /hemolyzed|check/.test(text)]).toEqual([name, false]);
});

test('of a blood pressure before, the diastolic alone is to check', async () => {
  const results = [pressure(120, 5, '2026-11-01T14:00:00Z'), pressure(118, 76, '2026-11-02T14:00:00Z')];
  for (const [name, text] of Object.entries(await screensOf('bp-sys', 'Blood pressure', results)))
    expect([name, text]).toEqual([name, expect.stringContaining('check value')]);
});

test('words that a laboratory wrote are no signs of a change to a voice', async () => {
  const { spoken } = await screensAfter(6.8, { dataAbsentReason: { text: 'N/A – clotted' } });
  expect(spoken).toMatch(/from 6\.8, marked as absent: N\/A – clotted$/);
});
