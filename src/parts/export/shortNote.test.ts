import { describe, expect, test } from 'vitest';
import { marlowe } from '../../testing/patientFixture.ts';
import { READ_AT_MS } from '../../testing/recordFixture.ts';
import { madeRow, madeSeries } from '../../testing/seriesFixture.ts';
import { noFacts } from '../../clinical/change/patientFacts.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { changesInRecord } from '../changes/changesInRecord.ts';
import { newerChanges } from '../changes/newerChanges.ts';
import type { ChangeSummary } from '../changes/useChangeSummary.ts';
import { noteRecord } from './noteFixture.ts';
import { noteGroups, type NoteScope } from './noteSelection.ts';
import { noteText } from './noteText.ts';
import { shortNoteFacts } from './shortNote.ts';

const TIME_ZONE = 'America/Chicago';

const changesOf = (
  { series, complete }: RecordSnapshot,
  more: Partial<ChangeSummary> = {},
): ChangeSummary => {
  const compared = complete ? changesInRecord(series, [], noFacts, TIME_ZONE, '30d') : undefined;
  const sinceMs = compared?.since.sinceMs ?? Number.POSITIVE_INFINITY;
  return {
    compared,
    newer: newerChanges(series, sinceMs, TIME_ZONE),
    medication: { since: [], last: undefined },
    medicationStatus: 'loading',
    isMedicationListIncomplete: false,
    ...more,
  };
};

type NoteOptions = { readonly changes?: Partial<ChangeSummary>; readonly maxTests?: number };

function shortNote(record: RecordSnapshot, scope: NoteScope, { changes, maxTests = 10 }: NoteOptions = {}) {
  const source = {
    record,
    patient: marlowe,
    timeZone: TIME_ZONE,
    nowMs: READ_AT_MS,
    siteLabel: 'General Hospital',
  };
  const facts = shortNoteFacts(source, {
    scope,
    changes: changesOf(record, changes),
    window: { startMs: Date.parse('2025-11-24'), endMs: READ_AT_MS },
    maxTests,
  });
  return noteText(facts, 'text').trimEnd().split('\n').slice(2);
}

const all: NoteScope = { kind: 'all' };
const changed: NoteScope = { kind: 'changed' };

/** Makes one result of a test that has nothing to do with the others. */
const single = (id: string, at: string, flag: '' | 'H' | 'LL' = '', fields: Partial<Series> = {}) =>
  madeSeries([{ at, text: '4.0', flag }], {
    id,
    name: `Test ${id}`,
    shortName: id,
    analyteId: '',
    group: 'Liver and nutrition',
    ...fields,
  });
const many = Array.from({ length: 25 }, (_, i) => single(`n${i}`, '2026-10-01T14:05:00Z', '', { order: i }));

/** Potassium was steady for months and has then risen. */
const risen = madeSeries(
  [
    ...['4.1', '4.2', '4.0', '4.1', '4.2', '4.1'].map((text, i) => ({
      at: `2026-0${i + 2}-12T14:05:00Z`,
      text,
      rangeLow: '3.5',
      rangeHigh: '5.0',
    })),
    { at: '2026-11-12T14:10:00Z', text: '5.8', flag: 'H' as const, rangeLow: '3.5', rangeHigh: '5.0' },
  ],
  { group: 'Kidney and electrolytes' },
);

describe('a short note', () => {
  test('of everything has ten tests, and says how many more there are', () => {
    const lines = shortNote(noteRecord(...many), all);
    expect(lines.filter((line) => line.startsWith('Test n'))).toHaveLength(10);
    expect(lines).toContain('Not in this note: 15 more tests of this record.');
    expect(lines.join(' ')).toContain('medication changes and other events are not in this note');
  });

  test('has every test where the reader asks for it', () => {
    const lines = shortNote(noteRecord(...many), all, { maxTests: Infinity });
    expect(lines.filter((line) => line.startsWith('Test n'))).toHaveLength(25);
    expect(lines.join(' ')).not.toContain('more tests');
  });

  test('begins with what is critical, however old, then flagged in this period, then changed', () => {
    const lines = shortNote(
      noteRecord(
        ...many,
        single('flagged-long-ago', '2019-02-01T14:05:00Z', 'H'),
        single('flagged', '2026-09-01T14:05:00Z', 'H'),
        risen,
        single('critical-long-ago', '2019-02-01T14:05:00Z', 'LL'),
      ),
      all,
    );
    expect(lines.slice(0, 5).map((line) => line.replace(/ \d.*/, ''))).toEqual([
      'Test critical-long-ago',
      'Potassium',
      'Test flagged',
      'Test flagged-long-ago',
      'Test n0',
    ]);
  });

  test('leaves no critical result out, even where more than ten are', () => {
    const critical = Array.from({ length: 13 }, (_, i) => single(`c${i}`, '2026-10-01T14:05:00Z', 'LL'));
    const lines = shortNote(noteRecord(...many, ...critical), all);
    expect(lines.filter((line) => line.includes(' LL '))).toHaveLength(13);
    expect(lines).toContain('Not in this note: 25 more tests of this record.');
  });

  test('gives value, unit, flag, reference range, date, and the value before with its date', () => {
    expect(
      shortNote(noteRecord(risen, ...many), { kind: 'group', group: 'Kidney and electrolytes' }),
    ).toEqual([
      'Kidney and electrolytes:',
      'Potassium 5.8 mmol/L H (3.5–5.0) 12 Nov 2026 08:10 CST, was 4.1 mmol/L on 12 Jul 2026',
    ]);
  });

  test('rules 13 and 34: names what is preliminary or not charted, and an older value stays no latest one', () => {
    const sodium = madeSeries(
      [
        { at: '2026-11-01T14:10:00Z', text: '139' },
        { at: '2026-11-23T14:10:00Z', text: '121', status: 'preliminary' },
      ],
      {
        id: 'na',
        name: 'Sodium',
        analyteId: 'na',
        listed: [
          madeRow({ at: '2026-11-22T14:10:00Z', text: 'hemolyzed', drawing: 'listed', reason: 'text' }),
        ],
      },
    );
    const [line] = shortNote(noteRecord(sodium), all);
    expect(line).toContain('Sodium 139');
    expect(line).toContain('121 mmol/L preliminary');
    expect(line).toContain('hemolyzed');
  });

  test('rule 37: an incomplete record says so before the first test', () => {
    const lines = shortNote({ ...noteRecord(risen), complete: false }, all);
    expect(lines[0]).toMatch(/^Incomplete: .*Results may be missing\.$/);
  });
});

describe('a note of what changed', () => {
  test('says since when, how far from the baseline, and what changed in the medication', () => {
    const [name, courseKey] = ['Spironolactone', 'text:spironolactone'];
    const since = [{ text: `+ ${name} 25 mg/day`, whenText: '20 Oct 2026', name, courseKey }];
    const lines = shortNote(noteRecord(risen, ...many), changed, {
      changes: { medication: { since, last: undefined } },
    });
    expect(lines[0]).toMatch(/^What changed since 13 Oct 2026, 30 days before the newest result: /);
    expect(lines[1]).toMatch(/^Potassium 5\.8 mmol\/L H .*↑1\.7 from baseline 4\.1 \(median of 6\)/);
    expect(lines).toContain('Medication changes: + Spironolactone 25 mg/day, 20 Oct 2026');
    expect(lines).toContain('Medication changes are from the medication list.');
    expect(lines.join(' ')).not.toContain('Test n');
  });

  test('of an incomplete record compares nothing, and calls nothing unchanged', () => {
    const lines = shortNote({ ...noteRecord(risen), complete: false }, changed);
    expect(lines).toContain('What changed: not compared, because the record is incomplete.');
    expect(lines.join(' ')).not.toContain('5.8');
    expect(lines.join(' ')).not.toContain('none');
  });

  test('in which nothing changed says once since when and of how many tests', () => {
    const steady = madeSeries(
      ['4.1', '4.2', '4.0', '4.1']
        .map((text, i) => ({ at: `2026-0${i + 6}-12T14:05:00Z`, text }))
        .concat({
          at: '2026-11-12T14:10:00Z',
          text: '4.1',
        }),
    );
    const lines = shortNote(noteRecord(steady), changed);
    expect(lines[0]).toBe('What changed since 13 Oct 2026, 30 days before the newest result.');
    expect(lines).toContain('No change beyond expected variation since 13 Oct 2026 (1 test compared).');
    expect(lines.join(' ').match(/beyond expected variation/g)).toHaveLength(1);
  });

  test('with nothing to compare says so in place of the tests', () => {
    const lines = shortNote(noteRecord(single('x', '2026-11-20T14:05:00Z')), changed);
    expect(lines.join(' ')).toContain('Not enough earlier results to compare');
    expect(lines.join(' ')).toContain('Medication changes: none in the medication list.');
  });
});

test('the groups of a note are those of the record, in clinical order, with what has no curve', () => {
  const culture = madeSeries([], {
    id: 'culture',
    group: 'Other results',
    listed: [madeRow({ at: '2026-11-12T14:10:00Z', text: 'no growth', drawing: 'listed', reason: 'text' })],
  });
  expect(noteGroups([{ ...many[0]!, order: 900 }, risen, culture])).toEqual([
    'Kidney and electrolytes',
    'Liver and nutrition',
    'Other results',
  ]);
});
