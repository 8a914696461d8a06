// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newerChanges } from '../../parts/changes/newerChanges.ts';
import { noteFacts } from '../../parts/export/noteFacts.ts';
import { newerResultText } from '../../parts/results/newer/newerText.ts';
import { Detail } from '../../screens/detail/Detail.tsx';
import { printPlan } from '../../screens/print/printPlan.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { InOpenRecord, TEST_TIME_ZONE } from '../../testing/InOpenRecord.tsx';
import { showOverview, warmOverview } from '../../testing/overviewFixture.tsx';
import { marlowe } from '../../testing/patientFixture.ts';
import { flagConcept, READ_AT_MS, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { JumpLine } from '../jump/JumpLine.tsx';
import { testTargets } from '../jump/recordTargets.ts';

beforeAll(warmOverview, 60_000);
afterEach(cleanup);

const potassium = (words: string, at: string, more = {}) => resultInput('2823-3', words, '', at, more);
const NEWEST = potassium('within limits', '2026-11-20T14:10:00Z');
const WINDOW = { startMs: Date.parse('2026-01-01T12:00:00Z'), endMs: READ_AT_MS };
const inRecord = (record: RecordSnapshot, element: React.ReactNode): string =>
  render(
    <InOpenRecord record={record} view={{ ...viewOfAll, whole: WINDOW, visible: WINDOW }}>
      {element}
    </InOpenRecord>,
  ).container.textContent ?? '';

const SURFACES: Readonly<Record<string, (record: RecordSnapshot) => string>> = {
  'the overview': (record) => showOverview(record).find('[data-series="k"]')?.textContent ?? '',
  'the head of its page': (record) => inRecord(record, <Detail seriesId="k" />),
  'the search': (record) =>
    inRecord(
      record,
      testTargets(record.series).map((target) => (
        <JumpLine key={target.key} id="line" target={target} isActive={false} onChoose={() => undefined} />
      )),
    ),
  paper: (record) => printPlan(record, WINDOW, TEST_TIME_ZONE).listedNames.join(),
  'a note': (record) => {
    const site = { patient: marlowe, timeZone: TEST_TIME_ZONE, nowMs: READ_AT_MS, siteLabel: 'General' };
    return JSON.stringify(noteFacts({ record, ...site }).lines);
  },
  'what changed': ({ series }) =>
    newerChanges(series, Date.parse('2026-11-01T00:00:00Z'), TEST_TIME_ZONE)
      .flatMap(({ newer }) => newer.map((one) => newerResultText(one, { timeZone: TEST_TIME_ZONE })))
      .join(),
};

describe.each(Object.entries(SURFACES))('rule 13: of a test without a curve %s', (_, textOn) => {
  test.each([
    ['without a date', ''],
    ['of another moment of the same day', '2026-11-20'],
    ['with a date that has not come', '2099-07-07T10:00:00Z'],
  ])('names a critical result %s beside the newest one', (__, at) => {
    const critical = potassium('grossly raised', at, flagConcept('HH'));
    const text = textOn(recordOf([NEWEST, critical]));
    expect(text).toContain('grossly raised');
    expect(text).toContain('HH');
  });

  test.each(['preliminary', 'registered', 'unknown'])(
    'rules 34, 36: keeps a final result before a newer one that is %s',
    (status) => {
      const final = potassium('grossly raised', '2026-11-19T14:10:00Z', flagConcept('HH'));
      const later = potassium('to be repeated', '2026-11-21T14:10:00Z', { status });
      const text = textOn(recordOf([final, later]));
      expect(text).toContain('grossly raised');
      expect(text).toContain('HH');
      expect(text.indexOf('to be repeated')).not.toBe(text.search(/to be repeated|grossly raised/));
    },
  );

  test('rule 21: keeps a result before a newer one that has no value', () => {
    const final = potassium('grossly raised', '2026-11-19T14:10:00Z', flagConcept('HH'));
    const none = potassium('', '2026-11-21T14:10:00Z', { dataAbsentReason: { text: 'Not performed' } });
    expect(textOn(recordOf([final, none]))).toMatch(/grossly raised.*HH/);
  });

  test('names no older one', () => {
    const older = potassium('grossly raised', '2026-11-19T14:10:00Z', flagConcept('HH'));
    expect(textOn(recordOf([NEWEST, older]))).not.toMatch(/grossly raised.*newer|newer.*grossly raised/i);
  });
});
