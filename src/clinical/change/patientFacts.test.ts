import { describe, expect, test } from 'vitest';
import { madeCareEvent } from '../../testing/madeEventsFixture.ts';
import { madeRow, madeSeries, seriesOfRows } from '../../testing/seriesFixture.ts';
import { readMoment } from '../time/date.ts';
import { DAY_MS } from '../time/durations.ts';
import { birthdayMs, hospitalStaysOf, interventionsOf, mayBeYounger, pregnanciesOf } from './patientFacts.ts';

const ms = (at: string) => Date.parse(at);
const textOf = (timeMs: number | undefined) =>
  timeMs === undefined ? undefined : new Date(timeMs).toISOString();

describe('stays in hospital', () => {
  const part = (start: string, end = '', encounterClass = 'IMP') =>
    madeCareEvent('Encounter', 'Stay', start, { encounterClass, end });
  const staysOf = (...parts: Parameters<typeof part>[]) =>
    hospitalStaysOf(parts.map((one) => part(...one))).map(({ startMs, endMs }) => [
      textOf(startMs)!.slice(0, 16),
      textOf(endMs)?.slice(0, 16),
    ]);

  test('are the encounters of a hospital class, oldest first, each with its times alone', () => {
    expect(
      staysOf(
        ['2026-05-01T08:00:00Z', '2026-05-03T08:00:00Z'],
        ['2026-03-01T08:00:00Z', '2026-03-03T08:00:00Z', ' acute '],
        ['2026-04-01T08:00:00Z', '2026-04-01T09:00:00Z', 'AMB'],
      ),
    ).toEqual([
      ['2026-03-01T08:00', '2026-03-03T08:00'],
      ['2026-05-01T08:00', '2026-05-03T08:00'],
    ]);
    const [stay] = hospitalStaysOf([part('2026-05-01T08:00:00Z')]);
    expect(stay).toEqual({ startMs: ms('2026-05-01T08:00:00Z'), endMs: undefined });
    expect(hospitalStaysOf([])).toEqual([]);
  });

  test('are no events of another lane, none without a time and none that did not take place', () => {
    const stay = part('2026-05-01T08:00:00Z');
    expect(hospitalStaysOf([{ ...stay, lane: 'procedure' }])).toEqual([]);
    expect(hospitalStaysOf([{ ...stay, startMs: Number.NaN }])).toEqual([]);
    expect(hospitalStaysOf([{ ...stay, isNotDone: true }])).toEqual([]);
  });

  test('last through the day on which they ended', () => {
    const [stay] = hospitalStaysOf([part('2026-05-01', '2026-05-03')]);
    expect(textOf(stay?.endMs)).toBe('2026-05-03T23:59:59.999Z');
  });

  test('are one where a part follows within six hours, up to the later of both ends', () => {
    expect(
      staysOf(
        ['2026-05-01T08:00:00Z', '2026-05-03T08:00:00Z'],
        ['2026-05-03T14:00:00Z', '2026-05-04T08:00:00Z'],
      ),
    ).toEqual([['2026-05-01T08:00', '2026-05-04T08:00']]);
    expect(
      staysOf(
        ['2026-05-01T08:00:00Z', '2026-05-09T08:00:00Z'],
        ['2026-05-02T08:00:00Z', '2026-05-03T08:00:00Z'],
      ),
    ).toEqual([['2026-05-01T08:00', '2026-05-09T08:00']]);
    expect(
      staysOf(
        ['2026-05-01T08:00:00Z', '2026-05-03T08:00:00Z'],
        ['2026-05-03T14:00:01Z', '2026-05-04T08:00:00Z'],
      ),
    ).toHaveLength(2);
  });

  test('have no end where one of their parts has none', () => {
    const closed = ['2026-05-01T08:00:00Z', '2026-05-03T08:00:00Z'] as const;
    expect(staysOf([...closed], ['2026-05-02T08:00:00Z'])).toEqual([['2026-05-01T08:00', undefined]]);
    expect(staysOf(['2026-04-30T08:00:00Z'], [...closed])).toEqual([['2026-04-30T08:00', undefined]]);
  });

  test('that nobody has closed take in no stay of more than ninety days later', () => {
    expect(staysOf(['2026-01-01T00:00:00Z'], ['2026-04-01T06:00:00Z'])).toHaveLength(1);
    expect(staysOf(['2026-01-01T00:00:00Z'], ['2026-04-01T06:00:01Z'])).toHaveLength(2);
  });

  test('begin with an emergency visit in any spelling, which alone is none', () => {
    const emergency = ['2026-05-01T08:00:00Z', '2026-05-01T12:00:00Z', ' emer '] as const;
    expect(staysOf([...emergency])).toEqual([]);
    expect(staysOf([...emergency], ['2026-05-01T13:00:00Z', '2026-05-04T08:00:00Z'])).toEqual([
      ['2026-05-01T08:00', '2026-05-04T08:00'],
    ]);
  });
});

describe('interventions', () => {
  const procedure = (text: string, start: string, codes?: readonly string[]) =>
    madeCareEvent('Procedure', text, start, codes && { codes });

  test('stand oldest first, each through its last possible moment', () => {
    const found = interventionsOf([
      procedure('Hemodialysis', '2026-06-01T08:00:00Z'),
      procedure('Kidney transplant', '2026-03'),
      procedure('Appendectomy', '2026-05-01'),
    ]);
    expect(found.map(({ kind, endMs }) => [kind, textOf(endMs)])).toEqual([
      ['transplant', '2026-03-31T23:59:59.999Z'],
      ['operation', '2026-05-01T23:59:59.999Z'],
      ['dialysis', '2026-06-01T08:00:00.000Z'],
    ]);
    expect(found[0]!.startMs).toBe(ms('2026-03-01'));
  });

  test('are procedures that took place at a known time, and nothing of another lane', () => {
    const dialysis = procedure('Hemodialysis', '2026-06-01');
    expect(interventionsOf([{ ...dialysis, lane: 'encounter' }])).toEqual([]);
    expect(interventionsOf([{ ...dialysis, startMs: Number.NaN }])).toEqual([]);
    expect(interventionsOf([{ ...dialysis, isNotDone: true }])).toEqual([]);
    expect(
      interventionsOf([procedure('Eingriff', '2026-06-01'), procedure('Eingriff', '2026-06-01', ['1'])]),
    ).toEqual([]);
  });

  test('are known by the first 200 letters of their words', () => {
    const after = (letters: number) => procedure(`${'-'.repeat(letters)}dialysis`, '2026-06-01');
    expect(interventionsOf([after(190), after(200)])).toHaveLength(1);
  });
});

describe('pregnancies', () => {
  const pregnancy = madeCareEvent('Condition', 'Pregnancy', '2026-03-10T00:00:00Z');
  const daysOf = (
    conditions: Parameters<typeof pregnanciesOf>[0],
    series: Parameters<typeof pregnanciesOf>[1],
    born?: string,
  ) =>
    pregnanciesOf(conditions, series, born === undefined ? undefined : readMoment(born)).map(
      ({ startMs, endMs }) => [textOf(startMs)!.slice(0, 10), (endMs - startMs) / DAY_MS],
    );

  test('last 44 weeks without an end, until their end, and never longer than 44 weeks', () => {
    const until = (end: string) => madeCareEvent('Condition', 'Pregnancy', '2026-03-10T00:00:00Z', { end });
    expect(daysOf([pregnancy], [])).toEqual([['2026-03-10', 308]]);
    expect(daysOf([until('2026-12-01T00:00:00Z')], [])).toEqual([['2026-03-10', 266]]);
    expect(daysOf([until('2027-12-01T00:00:00Z')], [])).toEqual([['2026-03-10', 308]]);
  });

  test('are conditions that are true at a known time, and nothing of another lane', () => {
    expect(daysOf([{ ...pregnancy, lane: 'procedure' }], [])).toEqual([]);
    expect(daysOf([{ ...pregnancy, isNotDone: true }], [])).toEqual([]);
    expect(daysOf([{ ...pregnancy, startMs: Number.NaN }], [])).toEqual([]);
    expect(daysOf([{ ...pregnancy, text: 'Hypertension' }], [])).toEqual([]);
    expect(daysOf([{ ...pregnancy, text: `${'-'.repeat(200)} pregnant` }], [])).toEqual([]);
  });

  const GESTATIONAL_AGE = '18185-9';
  const age = (text: string, unit: string, code = GESTATIONAL_AGE) =>
    madeSeries([{ at: '2026-06-02T00:00:00Z', text, code }], { id: code, unit });

  test('begin where a measured age says, in weeks or in days', () => {
    expect(daysOf([], [age('12', 'wk')])).toEqual([['2026-03-10', 308]]);
    expect(daysOf([], [age('84', 'd')])).toEqual([['2026-03-10', 308]]);
    expect(daysOf([pregnancy], [age('12', 'wk')])).toHaveLength(2);
  });

  test.each([
    ['0', 'wk', 0],
    ['-1', 'wk', 0],
    ['44', 'wk', 1],
    ['44.1', 'wk', 0],
    ['308', 'd', 1],
    ['309', 'd', 0],
  ])('an age of %s %s is one of %s', (text, unit, count) => {
    expect(daysOf([], [age(text, unit)])).toHaveLength(count);
  });

  test('are in no other result', () => {
    expect(daysOf([], [age('12', 'wk', '2823-3'), seriesOfRows([])])).toEqual([]);
    const both = [
      madeRow({ at: '2026-06-02', text: '12', code: GESTATIONAL_AGE }),
      madeRow({ at: '2026-06-02', text: '9' }),
    ];
    expect(daysOf([], [seriesOfRows(both, { unit: 'wk' })])).toHaveLength(1);
  });

  const status = (text: string, code = '82810-3', at = '2026-06-02T00:00:00Z') =>
    seriesOfRows([], { listed: [madeRow({ at, text, code, drawing: 'listed' })] });

  test('of a stated status began forty weeks before the statement, and are known until it', () => {
    expect(daysOf([], [status('Pregnant')])).toEqual([['2025-08-26', 280]]);
  });

  test.each([
    ['another answer', status('Not pregnant')],
    ['an answer that says neither', status('Unknown')],
    ['another question', status('Pregnant', '11449-6')],
    ['no time', status('Pregnant', '82810-3', '')],
  ])('are in no status of %s', (_, series) => {
    expect(daysOf([], [series])).toEqual([]);
  });

  test('are none in the record of an infant, which tells of the pregnancy that the infant was born from', () => {
    const weeksAtBirth = [age('29', 'wk', '11884-4'), age('205', 'd', '49051-6')];
    const born = { ...pregnancy, text: 'Born after 29 weeks of gestation' };
    expect(daysOf([born], [...weeksAtBirth, status('Pregnant')], '2026-06-02')).toEqual([]);
    // This is a mother's estimate, copied into the record of the child before its birth.
    expect(daysOf([], [age('24', 'wk')], '2026-09-20')).toEqual([]);
    expect(daysOf([born], weeksAtBirth, '2017')).toEqual([]);
  });

  test('are those of the patient from the tenth birthday on, and where no birth date is known', () => {
    expect(daysOf([pregnancy], [age('12', 'wk')], '2012-06-02')).toHaveLength(2);
    expect(daysOf([], [age('12', 'wk')], '')).toHaveLength(1);
  });
});

describe('the birthday', () => {
  test('is over at the end of its day, month or year, and at the moment of a birth with a time', () => {
    const birthday = (birth: string) => textOf(birthdayMs(readMoment(birth), 18));
    expect(birthday('2008-11-12')).toBe('2026-11-13T00:00:00.000Z');
    expect(birthday('2008-11')).toBe('2026-12-01T00:00:00.000Z');
    expect(birthday('2008')).toBe('2027-01-01T00:00:00.000Z');
    expect(birthday('2008-11-12T10:00:00Z')).toBe('2026-11-12T10:00:00.000Z');
    expect(birthday('2008-02-29')).toBe('2026-03-01T00:00:00.000Z');
  });

  test('is not known without a birth', () => {
    for (const birth of [undefined, readMoment(''), readMoment('unknown')]) {
      expect(birthdayMs(birth, 18)).toBeNaN();
      expect(mayBeYounger(birth, 18, ms('2026-11-12'))).toBe(false);
    }
  });

  test('a person may be younger until the birthday is over, and never from then on', () => {
    const birth = readMoment('2008-11-12');
    expect(mayBeYounger(birth, 18, ms('2026-11-12T23:59:59Z'))).toBe(true);
    expect(mayBeYounger(birth, 18, ms('2026-11-13'))).toBe(false);
    expect(mayBeYounger(birth, 2, ms('2010-11-12T12:00:00Z'))).toBe(true);
  });
});
