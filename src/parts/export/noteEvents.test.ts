import { expect, test } from 'vitest';
import { madeCourse, madeCareEvent, madeDoseStep } from '../../testing/madeEventsFixture.ts';
import { allDerivedSeries } from '../../clinical/derived/derived.ts';
import { eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { pressure, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { noteBody, noteOf } from './noteFixture.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

const record = recordOf([
  pressure(158, 84, '2026-10-20T13:30:00Z'),
  pressure(146, 80, '2026-10-29T13:30:00Z'),
  resultInput('2823-3', 4.9, 'mmol/L', '2024-10-20T13:15:00Z'),
  resultInput('2951-2', 135, 'mmol/L', '2020-10-20T13:15:00Z'),
  resultInput('2951-2', 136, 'mmol/L', '2026-10-20T13:15:00Z'),
]);
const derived = allDerivedSeries(record.series, {
  birth: undefined,
  dayOf: (timeMs) => Math.floor(timeMs / DAY_MS),
  correctedCalcium: false,
});
const window = { startMs: Date.parse('2026-01-01T06:00:00Z'), endMs: Date.parse('2026-11-24T20:00:00Z') };
const read = eventsSnapshot({
  courses: [
    madeCourse('Losartan', [
      madeDoseStep('2024-01-10', '2026-03-02', 25),
      madeDoseStep('2026-03-03', '…', 50),
    ]),
  ],
  events: [madeCareEvent('Procedure', 'Renal ultrasound', '2026-09-02')],
});

test('rule 25: a calculated value is marked as one, with its inputs and the value before it', () => {
  const lines = noteBody(noteOf(record, 'text', { options: { derived } }));
  expect(lines).toContain(
    'Mean arterial pressure 102 mmHg calculated 29 Oct 2026 08:30 CDT, was 109 mmHg on 20 Oct 2026 08:30 CDT, calculated by Longview from systolic pressure 146 mmHg, diastolic pressure 80 mmHg',
  );
});

test('calculated values go with the results that they are made of', () => {
  const namesOfLines = (ids: readonly string[]) =>
    noteBody(noteOf(record, 'text', { ids, options: { derived } })).map((line) => line.split(/ \d/)[0]);
  expect(namesOfLines(['k']).filter((name) => name?.startsWith('Mean'))).toEqual([]);
  expect(namesOfLines(['bp-sys'])).toContain('Mean arterial pressure');
  expect(namesOfLines(['map~calculated'])).toEqual(['Mean arterial pressure']);
});

test('rules 37 to 39: of a record that is not complete nothing is calculated, which is said', () => {
  const text = noteOf({ ...record, complete: false }, 'text', { options: { derived, window } });
  expect(text).not.toContain('Mean arterial pressure');
  expect(text).toContain('Nothing is calculated, because the record is incomplete.');
});

test('nothing from outside the window stands there without saying so', () => {
  const lines = noteBody(noteOf(record, 'text', { options: { window } }));
  expect(lines[0]).toBe('Period: 1 Jan 2026 – 24 Nov 2026. What is from outside it says so.');
  const lineOf = (name: string) => lines.find((line) => line.startsWith(name)) ?? '';
  expect(lineOf('Potassium')).toContain('before this period');
  expect(lineOf('Sodium')).toMatch(/, was 135 mmol\/L on 20 Oct 2020 \(before this period\)$/);
  expect(lineOf('Blood pressure')).not.toContain('this window');
});

test('rule 44: a day that ends where the period begins is told to lie before it', () => {
  const days = recordOf([
    resultInput('2823-3', 4.9, 'mmol/L', '2025-12-31'),
    resultInput('2951-2', 136, 'mmol/L', '2026-01-01'),
  ]);
  const lines = noteBody(noteOf(days, 'text', { options: { window } }));
  const lineOf = (name: string) => lines.find((line) => line.startsWith(name)) ?? '';
  expect(lineOf('Potassium')).toContain('before this period');
  expect(lineOf('Sodium')).not.toContain('this period');
});

const windowAndEvents = { window, events: { read } };

test('what happened in the window stands below the results in every format', () => {
  expect(noteBody(noteOf(record, 'text', { options: windowAndEvents })).slice(-7)).toEqual([
    'Medication changes: Losartan 50 mg/day since 3 Mar 2026, was 25 mg/day',
    'Procedures: Renal ultrasound, 2 Sep 2026',
    'Medication changes: 1 before this period not listed.',
    ...['Encounters', 'Conditions', 'Immunizations', 'Reports'].map(
      (lane) => `${lane}: none that can be shown.`,
    ),
  ]);
  expect(noteOf(record, 'markdown', { options: windowAndEvents })).toContain(
    '| Event | What and when |\n| --- | --- |\n| Medication changes | Losartan 50 mg/day since 3 Mar 2026, was 25 mg/day |',
  );
  expect(noteOf(record, 'html', { options: windowAndEvents })).toContain(
    '<td>Procedures</td><td>Renal ultrasound, 2 Sep 2026</td>',
  );
  expect(noteOf(record, 'tabs', { options: windowAndEvents })).toContain(
    'Event\tWhat and when\nMedication changes\tLosartan 50 mg/day since 3 Mar 2026, was 25 mg/day',
  );
});

test('the name of an event is only ever text', () => {
  const hostile = eventsSnapshot({
    courses: [],
    events: [madeCareEvent('Procedure', '=1+1 | <b>x</b>\n# y', '2026-09-02')],
  });
  const options = { window, events: { read: hostile } };
  expect(noteOf(record, 'html', { options })).toContain(
    '<td>&#39;=1+1 | &lt;b&gt;x&lt;/b&gt; # y, 2 Sep 2026</td>',
  );
  expect(noteOf(record, 'markdown', { options })).toContain('=1+1 \\| \\<b\\>x\\</b\\> \\# y, 2 Sep 2026');
  expect(noteOf(record, 'tabs', { options })).toContain("Procedures\t'=1+1 | <b>x</b> # y");
});

test('rule 38: events that were not read yet are no missing events', () => {
  const text = noteOf(record, 'text', { options: { window, events: { read: undefined } } });
  expect(text).toContain('Medication, encounters and other events: not loaded yet.');
});
