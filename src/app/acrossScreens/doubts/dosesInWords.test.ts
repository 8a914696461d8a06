import { describe, expect, test } from 'vitest';
import { frameOf } from '../../../charts/axis/frame.ts';
import { courseText } from '../../../charts/lanes/courseText.ts';
import { changeText, courseChangesOf, courseMoments } from '../../../charts/lanes/laneMoments.ts';
import { coursesOf } from '../../../clinical/medication/courses.ts';
import type { MedicationStep } from '../../../clinical/medication/medicationSteps.ts';
import { recentMedicationChanges } from '../../../parts/events/medicationText.ts';
import { timelineEntries } from '../../../parts/events/timelineEntries.ts';
import { exportEvents } from '../../../parts/export/exportEvents.ts';
import { layoutRibbon } from '../../../screens/overview/ribbonLayout.ts';
import { medicineChanges } from '../../../screens/myResults/care/medicineChanges.ts';
import { medicinesNow } from '../../../screens/myResults/care/medicinesNow.ts';
import {
  dosage,
  eventContext,
  medicationStepFrom,
  mg,
  order,
} from '../../../testing/eventsFromFhirFixture.ts';
import { eventsSnapshot } from '../../../testing/eventsSnapshotFixture.ts';

const ZONE = 'America/Chicago';
const nowMs = eventContext.nowMs;
const window = { startMs: Date.UTC(2026, 0, 1), endMs: nowMs };
const frame = frameOf({ ...window, timeZone: ZONE, widthPx: 1242, heightPx: 76 });
const DAILY = { timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } } };

const instructed = (...dosageInstruction: readonly object[]) => ({ dosageInstruction });
const coded = (doseAndRate: object, more: object = DAILY) =>
  instructed({ ...more, doseAndRate: [doseAndRate] });
const ordered = (more: object, start = '2026-03-03', end?: string): MedicationStep =>
  order(`o${start}`, start, end, 0, more);

const noteLines = (...steps: readonly MedicationStep[]): readonly string[] => {
  const events = eventsSnapshot({ courses: coursesOf(steps), events: [] });
  return exportEvents(events, window, ZONE, { changes: 20, others: 20 }).lines.map(({ text }) => text);
};

/** Each place where a clinician is told of the only change of a course. */
function placesOf(steps: readonly MedicationStep[]): Readonly<Record<string, string>> {
  const courses = coursesOf(steps);
  const [course] = courses;
  if (course === undefined) throw new Error('expected a course');
  const events = eventsSnapshot({ courses, events: [] });
  const { changes } = layoutRibbon({ courses, events: [] }, frame, 1, nowMs);
  return {
    ribbon: [...changes.labelled, ...changes.ticks].map(({ text }) => text).join('; '),
    changes: recentMedicationChanges(courses, window.startMs, ZONE)
      .since.map(({ text }) => text)
      .join('; '),
    aloud: courseMoments(course, frame)
      .map(({ label }) => label)
      .join('; '),
    lane: courseText(course, nowMs, ZONE).join('; '),
    list: timelineEntries(events, ZONE)
      .map(({ dose }) => dose)
      .join('; '),
    note: noteLines(...steps).join('; '),
  };
}

const RANGE = { doseRange: { low: mg(1, 'tablet'), high: mg(2, 'tablet') } };
const BUILT: readonly (readonly [name: string, more: object, told: string])[] = [
  ['words alone', instructed({ text: 'as directed' }), 'as directed'],
  [
    'words of a range as needed',
    instructed({ text: '1-2 tablets every 6 hours as needed' }),
    '1-2 tablets every 6 hours as needed',
  ],
  ['words of a dose', instructed({ text: 'Take 10 mg daily' }), 'Take 10 mg daily'],
  ['a coded range', coded(RANGE), '1–2 tablet daily'],
  [
    'a coded range as needed',
    coded(RANGE, { ...DAILY, asNeededBoolean: true }),
    '1–2 tablet daily, as needed',
  ],
  [
    'the steps of a taper',
    instructed({ ...dosage(40), sequence: 1 }, { ...dosage(20), sequence: 2 }),
    '40 mg daily, then 20 mg daily',
  ],
  [
    'the steps of a taper in words',
    instructed({ text: '40 mg at first', sequence: 1 }, { text: '20 mg later on', sequence: 2 }),
    '40 mg at first, then 20 mg later on',
  ],
  ['a range of a rate', coded({ rateRange: { low: mg(5, 'mL/h'), high: mg(10, 'mL/h') } }, {}), '5–10 mL/h'],
  ['a dose without its time', coded({ doseQuantity: mg(10) }, {}), '10 mg'],
  ['a number without a unit', coded({ doseQuantity: { value: 2 } }), '2 (unit not sent) daily'],
  ['words for the patient', instructed({ patientInstruction: 'Take one a day' }), 'Take one a day'],
];

describe.each(BUILT)('an order whose dose was sent as %s', (_, more, told) => {
  test('says it wherever it is told, and nowhere that none was', () => {
    for (const text of Object.values(placesOf([ordered(more)]))) {
      expect(text).toContain(told);
      expect(text).not.toMatch(/not stated|no dose/);
    }
  });

  test('says it in what the patient reads', () => {
    const courses = coursesOf([ordered(more)]);
    const [medicine] = medicinesNow(courses, nowMs, ZONE).inUse;
    const [number] = /\d+/.exec(told) ?? [];
    const read = [medicine?.dose, ...(medicine?.directions ?? []).map(({ words }) => words)].join(' ');
    expect(read).toContain(number ?? told);
    expect(medicineChanges(courses, ZONE).map(({ change, medicine: name }) => [change, name])).toEqual([
      ['Started', 'Carvedilol'],
    ]);
  });
});

test('words that were sent stand between quotation marks, and those that are put together do not', () => {
  expect(noteLines(ordered(instructed({ text: 'as directed' })))).toEqual([
    'Carvedilol “as directed” ordered from 3 Mar 2026',
  ]);
  expect(noteLines(ordered(coded(RANGE)))).toEqual(['Carvedilol 1–2 tablet daily ordered from 3 Mar 2026']);
});

test('a rate, and a dose as needed, keep their short forms', () => {
  const rate = coded({ rateRatio: { numerator: mg(100, 'mL'), denominator: mg(8, 'h') } }, {});
  expect(noteLines(ordered(rate))).toEqual(['Carvedilol 100 mL/8 h ordered from 3 Mar 2026']);
  const needed = coded({ doseQuantity: mg(10) }, { ...DAILY, asNeededBoolean: true });
  expect(noteLines(ordered(needed))).toEqual(['Carvedilol 10 mg as needed ordered from 3 Mar 2026']);
});

test('an order of which no dose was sent says so in the note, and nothing in the ribbon', () => {
  const { note, ribbon, lane, list } = placesOf([ordered({ dosageInstruction: [] })]);
  expect([note, ribbon, list]).toEqual([
    'Carvedilol dose not stated ordered from 3 Mar 2026',
    '+ Carvedilol',
    'no dose',
  ]);
  expect(lane).toContain('no dose');
});

describe('a change between words and a number', () => {
  const inWords = instructed({ text: 'as directed' });

  test('says both', () => {
    expect(
      noteLines(
        order('o1', '2026-01-05', '2026-03-02', 5),
        ordered(inWords, '2026-03-03', '2026-05-02'),
        order('o3', '2026-05-03', undefined, 20),
      ),
    ).toEqual([
      'Carvedilol 20 mg/day since 3 May 2026, beside or after “as directed”',
      'Carvedilol “as directed” since 3 Mar 2026, beside or after 5 mg/day',
      'Carvedilol 5 mg/day ordered from 5 Jan 2026',
    ]);
  });

  test('says what ended', () => {
    expect(noteLines(ordered(inWords, '2026-03-03', '2026-05-02'))).toEqual([
      'Carvedilol order ended 2 May 2026, was “as directed”',
      'Carvedilol “as directed” ordered from 3 Mar 2026',
    ]);
  });

  test('says both of two that begin together, and that of one no dose is stated', () => {
    const number = order('o2', '2026-03-03', undefined, 5);
    expect(noteLines(ordered(inWords), number)[0]).toContain('5 mg/day + “as directed”');
    expect(noteLines(ordered({ dosageInstruction: [] }), number)[0]).toContain('5 mg/day + dose not stated');
  });
});

describe('what was given, reported or handed over in words', () => {
  const sent = (type: string, more: object) => medicationStepFrom(type, more);
  test.each([
    [
      sent('MedicationAdministration', {
        status: 'completed',
        effectiveDateTime: '2026-03-03',
        dosage: { text: 'one tablet' },
      }),
      'Carvedilol “one tablet” given from 3 Mar 2026',
    ],
    [
      sent('MedicationStatement', { effectiveDateTime: '2026-03-03', dosage: [{ text: 'when dizzy' }] }),
      'Carvedilol “when dizzy” taken from 3 Mar 2026',
    ],
    [
      sent('MedicationDispense', {
        status: 'completed',
        whenHandedOver: '2026-03-03',
        dosageInstruction: [{ text: 'as directed' }],
      }),
      'Carvedilol “as directed” last dispensed 3 Mar 2026',
    ],
  ])('%#', (step, told) => {
    expect(noteLines(step)).toEqual([told]);
  });

  test('and the number of pumps that give it', () => {
    const pump = (id: string, start: string) =>
      sent('MedicationAdministration', {
        id,
        status: 'completed',
        effectivePeriod: { start, end: '2026-03-03T20:00:00Z' },
        dosage: { text: 'low dose' },
      });
    const course = coursesOf([pump('a1', '2026-03-03T08:00:00Z'), pump('a2', '2026-03-03T12:00:00Z')])[0]!;
    expect(courseChangesOf(course, ZONE).map(changeText)).toContain('↑ Carvedilol 2 × “low dose”');
  });
});

describe('words that are very long', () => {
  const words = (start: string, end = ' and call the clinic') => `${start}${end.repeat(20)}`;
  const told = (text: string) => noteLines(ordered(instructed({ text })))[0] ?? '';

  test('are cut behind a whole word, and say so', () => {
    expect(told(words('Take as the pharmacist said'))).toMatch(
      /^Carvedilol “Take as the pharmacist said[a-z ]+ …” \(shortened; see the EHR\) ordered from 3 Mar 2026$/,
    );
    expect(told(words('Take as the pharmacist said')).length).toBeLessThan(320);
  });

  test.each(['10', '10 to 20', '1-2 or 3', '5.5 mg'])('are never cut behind a number: "%s"', (number) => {
    for (let letters = 215; letters < 240; letters++) {
      const text = words(
        `${'take care '.repeat(30).slice(0, letters).trim()} then ${number} mg`,
        ' with water',
      );
      const [, cut = ''] = /“(.*) …”/.exec(told(text)) ?? [];
      expect(text.startsWith(cut)).toBe(true);
      expect(cut).not.toMatch(/\d(?: to| or| -)?$|\d\s*$/);
    }
  });

  test('of 240 letters stand whole', () => {
    const text = 'a'.repeat(240);
    expect(told(text)).toBe(`Carvedilol “${text}” ordered from 3 Mar 2026`);
  });
});
