import { describe, expect, test } from 'vitest';
import { frameOf } from '../../../charts/axis/frame.ts';
import { layoutCourse } from '../../../charts/lanes/courseLayout.ts';
import { courseText, currentCourseText } from '../../../charts/lanes/courseText.ts';
import { labelText } from '../../../charts/lanes/labelWidth.ts';
import { changeText, courseChangesOf, courseMoments } from '../../../charts/lanes/laneMoments.ts';
import { coursesOf } from '../../../clinical/medication/courses.ts';
import type { MedicationStep } from '../../../clinical/medication/medicationSteps.ts';
import { recentMedicationChanges } from '../../../parts/events/medicationText.ts';
import { timelineEntries } from '../../../parts/events/timelineEntries.ts';
import { exportEvents } from '../../../parts/export/exportEvents.ts';
import { layoutRibbon } from '../../../screens/overview/ribbonLayout.ts';
import { medicineChanges } from '../../../screens/myResults/care/medicineChanges.ts';
import { medicinesNow } from '../../../screens/myResults/care/medicinesNow.ts';
import { dosage, eventContext, mg, order } from '../../../testing/eventsFromFhirFixture.ts';
import { eventsSnapshot } from '../../../testing/eventsSnapshotFixture.ts';

const ZONE = 'America/Chicago';
const nowMs = eventContext.nowMs;
const window = { startMs: Date.UTC(2026, 0, 1), endMs: nowMs };
const frame = frameOf({ ...window, timeZone: ZONE, widthPx: 1242, heightPx: 76 });

/** Two doses of one drug: the first is told in one way, and the second in two. */
const WORDS = 'Take one tablet (10 mg) by mouth every morning with a full glass of water';
const told = (value: number, text: string) => ({ dosageInstruction: [{ ...dosage(value), text }] });
const BUILT: readonly (readonly [name: string, unclear: object, both: readonly string[]])[] = [
  ['words and code', told(100, WORDS), [WORDS, '100 mg']],
  ['words and timing', told(10, '10 mg once weekly on Mondays with food'), ['weekly', '10 mg daily']],
  [
    'the name of the product and the code',
    {
      medicationCodeableConcept: { coding: [{ system: 'x', code: '1' }], text: 'Carvedilol 25 mcg' },
      ...told(25, ''),
    },
    ['25 mg', '25 mcg'],
  ],
  [
    'two coded doses',
    { dosageInstruction: [{ doseAndRate: [{ doseQuantity: mg(10) }, { doseQuantity: mg(20) }] }] },
    ['10 mg', '20 mg'],
  ],
  [
    'one of two instructions',
    {
      dosageInstruction: [
        { ...dosage(100), text: '10 mg in the morning' },
        { ...dosage(20), text: '20 mg at night' },
      ],
    },
    ['10 mg in the morning', '100 mg', '20 mg at night'],
  ],
];

const courseOf = (...steps: readonly MedicationStep[]) => coursesOf(steps);

describe.each(BUILT)('a dose that is told in two ways, by %s', (_, unclear, both) => {
  const courses = courseOf(order('o1', '2026-03-03', undefined, 0, unclear));
  const [course] = courses;
  const events = eventsSnapshot({ courses, events: [] });
  const expectBoth = (text: string) => {
    for (const one of both) expect(text).toContain(one);
  };

  test('has no amount', () => {
    expect(course?.steps.map(({ amount, shortDose }) => [amount, shortDose])).toEqual([[undefined, '']]);
  });

  test('is in doubt in the ribbon of the overview, also where its label is cut', () => {
    const { changes } = layoutRibbon({ courses, events: [] }, frame, 1, nowMs);
    const texts = [...changes.labelled, ...changes.ticks].map(({ text }) => text);
    expect(texts).toHaveLength(1);
    expectBoth(texts.join(''));
    expect(labelText(texts.join(''))).toMatch(/^\+ Carvedilol( 25 mcg)? dose unclear/);
  });

  test('is in doubt in the strip of changes and in the short note', () => {
    const { since } = recentMedicationChanges(courses, window.startMs, ZONE);
    expectBoth(since.map(({ text }) => text).join(''));
    expect(since[0]?.text).toContain('dose unclear: ');
  });

  test('is in doubt in the lanes of timeline, detail, Compare and picture, also where its label is cut', () => {
    if (course === undefined) throw new Error('expected a course');
    const { bars } = layoutCourse(course, frame, { textScale: 1, nowMs });
    expect(bars.map(({ label }) => label?.text ?? '')).toEqual([expect.stringMatching(/^dose unclear: /)]);
    for (const [strong] of [courseText(course, nowMs, ZONE), currentCourseText(course, frame, nowMs)]) {
      expect(strong).toMatch(/^dose unclear: /);
      expectBoth(strong);
    }
  });

  test('is in doubt in what the lanes say aloud', () => {
    if (course === undefined) throw new Error('expected a course');
    const labels = courseMoments(course, frame).map(({ label }) => label);
    expect(labels).toHaveLength(1);
    expectBoth(labels.join(''));
  });

  test('is in doubt in the list of the timeline', () => {
    const [entry] = timelineEntries(events, ZONE);
    expect(entry?.type).toBe('MedicationRequest');
    expectBoth(entry?.dose ?? '');
  });

  test('is in doubt in the note and on paper', () => {
    const { lines } = exportEvents(events, window, ZONE, { changes: 20, others: 20 });
    const text = lines.map((line) => line.text).join('');
    expect(text).toContain('dose unclear: ');
    expect(text).not.toContain('not stated');
    expectBoth(text);
  });

  test('is in doubt for the patient', () => {
    const [medicine] = medicinesNow(courses, nowMs, ZONE).inUse;
    expect(medicine?.dose).toBe('dose not clear');
    for (const one of both) {
      const [number = ''] = /\d+/.exec(one) ?? [];
      expect(medicine?.directions.map(({ words }) => words).join('')).toContain(number);
    }
    expect(medicineChanges(courses, ZONE).map((one) => one.medicine)).toEqual([
      expect.stringContaining('dose not clear'),
    ]);
  });
});

describe('a dose that is told in two ways beside one that is clear', () => {
  const unclear = told(100, WORDS);
  const [course] = courseOf(
    order('o1', '2026-01-05', '2026-03-02', 5),
    order('o2', '2026-03-03', '2026-05-02', 0, unclear),
    order('o3', '2026-05-03', undefined, 20),
  );
  const courses = course === undefined ? [] : [course];

  test('is told as the dose before and after, and has no arrow', () => {
    const { lines } = exportEvents(eventsSnapshot({ courses, events: [] }), window, ZONE, {
      changes: 20,
      others: 20,
    });
    expect(lines.map(({ text }) => text)).toEqual([
      `Carvedilol 20 mg/day since 3 May 2026, beside or after dose unclear: ${WORDS} (also sent as 100 mg)`,
      `Carvedilol dose unclear: ${WORDS} (also sent as 100 mg) since 3 Mar 2026, beside or after 5 mg/day`,
      'Carvedilol 5 mg/day ordered from 5 Jan 2026',
    ]);
    expect(courseChangesOf(courses[0]!, ZONE).map(changeText)).toEqual([
      '+ Carvedilol 5 mg/day',
      `= Carvedilol dose unclear: ${WORDS} (also sent as 100 mg)`,
      '= Carvedilol 20 mg/day',
    ]);
  });

  test('is told to the patient where the dose changes to it', () => {
    const changes = medicineChanges(courses, ZONE).map(({ change, medicine }) => [change, medicine]);
    expect(changes[1]).toEqual(['Dose or directions changed', 'Carvedilol dose not clear']);
    expect(changes[0]?.[1]).toBe('Carvedilol');
  });

  test('is not left out as a repeat of the order', () => {
    const report = order('o9', '2026-05-03', undefined, 0);
    const steps = [
      order('o3', '2026-05-03', undefined, 20),
      {
        ...report,
        step: {
          ...report.step,
          type: 'MedicationStatement' as const,
          doseText: '20 mg daily (also sent as 200 mg)',
          shortDose: '',
          amount: undefined,
          isDoseUnclear: true as const,
        },
      },
    ];
    const [both] = coursesOf(steps);
    const [strong] = courseText(both!, nowMs, ZONE);
    expect(strong).toBe('20 mg/day, dose unclear: 20 mg daily (also sent as 200 mg)');
  });
});

describe('a dose that is told once has no such words', () => {
  test.each([
    ['plain', {}],
    ['words alone', { dosageInstruction: [{ text: 'Take 10 mg daily' }] }],
    ['words that agree', told(10, 'Take 10 mg daily')],
    ['as directed', told(10, 'as directed')],
    ['as needed', { dosageInstruction: [{ ...dosage(10), asNeededBoolean: true }] }],
    ['a range', { dosageInstruction: [{ doseAndRate: [{ doseRange: { low: mg(5), high: mg(10) } }] }] }],
    [
      'two instructions that agree',
      {
        dosageInstruction: [
          { ...dosage(10), text: '10 mg in the morning' },
          { ...dosage(20), text: '20 mg at night' },
        ],
      },
    ],
  ])('%s', (_, more) => {
    const courses = courseOf(order('o1', '2026-03-03', undefined, 10, more));
    expect(courses[0]?.steps.some(({ isDoseUnclear }) => isDoseUnclear)).toBe(false);
    const events = eventsSnapshot({ courses, events: [] });
    const { lines } = exportEvents(events, window, ZONE, { changes: 20, others: 20 });
    expect(lines.map(({ text }) => text).join('')).not.toContain('unclear');
    expect(medicinesNow(courses, nowMs, ZONE).inUse[0]?.dose).not.toContain('not clear');
  });
});
