import { describe, expect, test } from 'vitest';
import { stepFrom, mg } from '../../../testing/eventsFromFhirFixture.ts';

const DAILY = { frequency: 1, period: 1, periodUnit: 'd' };
const instruction = (value: number, repeat: object = DAILY, more: object = {}, unit = 'mg') => ({
  timing: { repeat },
  doseAndRate: [{ doseQuantity: mg(value, unit) }],
  ...more,
});
const ordered = (...dosageInstruction: readonly object[]) =>
  stepFrom('MedicationRequest', { dosageInstruction });
const given = (dosage: unknown) => stepFrom('MedicationAdministration', { dosage });

describe('what was sent of a dose is said, and never reads as "no dose"', () => {
  test.each([
    [{ value: 5 }, '5 (unit not sent) daily'],
    [{ value: 5, unit: 'mg', comparator: '<' }, '<5 mg daily'],
    [{ value: -5, unit: 'mg' }, '-5 mg daily'],
    [{ value: '5', unit: 'mg' }, '5 mg daily'],
    [{ value: 5, unit: 'mg', code: 'g' }, '5 mg (also sent as 5 g) daily'],
    [{}, 'daily'],
  ])('%j', (doseQuantity, doseText) => {
    const timing = { repeat: DAILY };
    expect(ordered({ timing, doseAndRate: [{ doseQuantity }] })).toMatchObject({
      doseText,
      shortDose: '',
      amount: undefined,
    });
  });

  test.each([
    [{ dose: { value: 5 } }, '5 (unit not sent)'],
    [{ rateRatio: { numerator: mg(100, 'mL'), denominator: { value: 8 } } }, '100 mL / 8 (unit not sent)'],
    [{ rateQuantity: { value: 5, unit: 'mg/h', comparator: '>' } }, '>5 mg/h'],
    [[{ text: '5 mg', dose: mg(5) }], '5 mg'],
    [[{ dose: mg(5) }, { rateQuantity: mg(1, 'mg/h') }], '5 mg; 1 mg/h'],
  ])('%j', (dosage, doseText) => {
    expect(given(dosage).doseText).toBe(doseText);
  });

  test('one dosage in a list is an amount, and two are none', () => {
    expect(given([{ dose: mg(5) }]).amount).toBe(5);
    expect(given([{ dose: mg(5) }, { dose: mg(7) }]).amount).toBeUndefined();
  });

  test.each([
    [{ low: { value: 1 }, high: mg(2, 'tablet') }, '1 (unit not sent)–2 tablet daily'],
    [{ low: mg(1, 'tablet'), high: mg(2, 'tablet') }, '1–2 tablet daily'],
    [{ high: mg(2, 'tablet') }, 'up to 2 tablet daily'],
  ])('a range: %j', (doseRange, doseText) => {
    expect(ordered({ timing: { repeat: DAILY }, doseAndRate: [{ doseRange }] }).doseText).toBe(doseText);
  });
});

describe('a dose that is taken when it is needed is no daily dose', () => {
  test.each([
    '1 tablet every 6 hours as needed for pain',
    'Take 1 tab PO q6h PRN',
    '1 tablet q6h p.r.n.',
    'When required, 1 tablet',
    '1 comprimido cada 6 horas si precisa',
    '1 comprimido según necesidad',
    'Bei Bedarf 1 Tablette',
    '1 Tablette bei Fieber',
    '1 comprimé 4 fois par jour si besoin',
    '1 comprimé en cas de douleur',
    '1 comprimé si nécessaire',
    '1 comprimido a demanda',
    '1 comprimido si tiene dolor',
    '1 compressa in caso di dolore',
    '1 compressa se necessario',
    '1 comprimido em caso de dor',
    '1 comprimido SOS',
    'Zo nodig 1 tablet',
    '1 tablett vid behov',
    '1 tablet ved behov',
  ])('by its words alone: %s', (text) => {
    const step = ordered(instruction(1, { frequency: 4, period: 1, periodUnit: 'd' }, { text }, 'tablet'));
    expect(step).toMatchObject({ amount: undefined, shortDose: '1 tablet as needed', doseText: text });
  });

  test('other words leave the daily dose as it is', () => {
    for (const text of [
      '1 tablet 4 times a day',
      'Take as directed',
      'Sipredina 1 tablet',
      '1 comprimé même si la douleur cesse',
      'En cas de surdosage, appeler',
      'Bei Frühstück 1 Tablette',
      '1 tablet; no demand',
      '1 tablet, nodig elke dag',
      'In caso di oblio non raddoppiare',
      'Em caso de dúvida, ligue',
      '1 comprimé par jour, si besoin augmenter à 2',
      '1 comprimé matin et soir; si nécessaire, la dose peut être augmentée',
      '1 comprimé par jour. En cas de douleur thoracique, appeler le 15',
      '1 comprimido. Si tiene dolor de pecho, llame al 112',
      '1 compressa al giorno. In caso di dolore persistente contattare il medico',
      '1 comprimido ao dia; em caso de dor no peito, procure o médico',
      '1 Tablette täglich. Bei Fieber über 38,5 °C Arzt aufsuchen',
      'Dagelijks 1 tablet, zo nodig ophogen naar 2',
      '1 comprimé par jour; SOS médecins au 3624',
    ])
      expect(
        ordered(instruction(1, { frequency: 4, period: 1, periodUnit: 'd' }, { text }, 'tablet')).amount,
      ).toBe(4);
  });
});

describe('several instructions', () => {
  const days = (value: number, unit = 'd') => ({ ...DAILY, boundsDuration: { value, unit } });

  test('follow each other in their sequence, each with how long it is taken', () => {
    expect(
      ordered(instruction(20, days(5), { sequence: 2 }), instruction(40, days(5), { sequence: 1 })).doseText,
    ).toBe('40 mg daily for 5 d, then 20 mg daily for 5 d');
  });

  test('are all told of a taper, and of thousands some, with how many more there are', () => {
    const steps = (count: number) =>
      ordered(...Array.from({ length: count }, (_, i) => ({ text: `${i + 1} mg`, sequence: i }))).doseText;
    expect(steps(100)).toMatch(/^1 mg, then 2 mg, .*, then 100 mg$/);
    expect(steps(101)).toMatch(/, then 100 mg; and 1 more \(see the EHR\)$/);
    // Each was put into the text of all before it, which took minutes.
    expect(steps(100_000)).toMatch(/, then 100 mg; and 99900 more \(see the EHR\)$/);
    const doses = Array.from({ length: 2000 }, (_, i) => ({ text: `dose ${i + 1}` }));
    expect(given(doses).doseText).toMatch(/^dose 1; .*; dose 100; and 1900 more \(see the EHR\)$/);
  });

  test('hold at the same time with one sequence or without', () => {
    for (const more of [{}, { sequence: 1 }])
      expect(ordered(instruction(10, DAILY, more), instruction(20, DAILY, more)).doseText).toBe(
        '10 mg daily; 20 mg daily',
      );
  });

  test('say their own dates, which one alone does not repeat', () => {
    const between = (start?: string, end?: string) => ({ ...DAILY, boundsPeriod: { start, end } });
    const [one, two] = [
      instruction(40, between('2026-03-01', '2026-03-05')),
      instruction(20, between('2026-03-06')),
    ];
    expect(ordered(one, two).doseText).toBe(
      '40 mg daily from 1 Mar 2026 to 5 Mar 2026; 20 mg daily from 6 Mar 2026',
    );
    expect(ordered(one).doseText).toBe('40 mg daily');
  });
});

describe('an order says all of its instruction', () => {
  test.each([
    [{ ...DAILY, boundsDuration: { value: 7, unit: 'days' } }, '500 mg daily for 7 days'],
    [{ ...DAILY, boundsRange: { low: mg(5, 'd'), high: mg(7, 'd') } }, '500 mg daily for 5–7 d'],
    [{ ...DAILY, when: ['HS'] }, '500 mg daily at bedtime'],
    [{ ...DAILY, timeOfDay: ['08:00:00'] }, '500 mg daily at 08:00'],
    [
      { frequency: 2, period: 1, periodUnit: 'd', when: ['ACM', 'ACV'] },
      '500 mg 2 times a day before breakfast, before dinner',
    ],
    [{ ...DAILY, when: ['XYZ'] }, '500 mg daily (timing: see the EHR)'],
    [{ ...DAILY, when: ['AC'], offset: 30 }, '500 mg daily (timing: see the EHR)'],
  ])('%j', (repeat, doseText) => {
    expect(ordered(instruction(500, repeat)).doseText).toBe(doseText);
  });

  test.each([
    [
      'once a week, on a day',
      { frequency: 1, period: 1, periodUnit: 'wk', dayOfWeek: ['mon'] },
      '500 mg weekly on Monday',
    ],
    ['on days alone', { dayOfWeek: ['mon', 'thu'] }, '500 mg on Monday, Thursday'],
    ['each day of some', { ...DAILY, dayOfWeek: ['sat', 'sun'] }, '500 mg daily on Saturday, Sunday'],
    ['in a range of hours', { frequency: 1, period: 4, periodMax: 6, periodUnit: 'h' }, '500 mg every 4–6 h'],
    [
      'a range of times',
      { frequency: 1, frequencyMax: 3, period: 1, periodUnit: 'd' },
      '500 mg 1–3 times a day',
    ],
    [
      'before each meal',
      { frequency: 3, period: 1, periodUnit: 'd', when: ['AC'] },
      '500 mg 3 times a day before meals',
    ],
    ['at a part of the day alone', { when: ['HS'] }, '500 mg at bedtime'],
    ['at a time alone', { timeOfDay: ['08:00:00', '20:00:00'] }, '500 mg at 08:00, at 20:00'],
    ['once', { count: 1 }, '500 mg once'],
    ['ten times in all', { ...DAILY, count: 10 }, '500 mg daily (timing: see the EHR)'],
    ['on a day that is none', { ...DAILY, dayOfWeek: ['someday'] }, '500 mg daily (timing: see the EHR)'],
    [
      'at more times than it says',
      { ...DAILY, timeOfDay: ['08:00:00', '20:00:00'] },
      '500 mg daily at 08:00, at 20:00 (timing: see the EHR)',
    ],
    ['before a meal by minutes', { when: ['AC'], offset: 30 }, '500 mg (timing: see the EHR)'],
    ['nothing', {}, '500 mg (timing: see the EHR)'],
  ])('%s: its timing is said, and gives no amount of a day unless it is exact', (_, repeat, doseText) => {
    const step = ordered(instruction(500, repeat));
    expect(step.doseText).toBe(doseText);
    expect(step.amount).toBeUndefined();
  });

  test.each([
    ['BID', '500 mg 2 times a day'],
    ['Q6H', '500 mg every 6 h'],
    ['QOD', '500 mg every 2 d'],
    ['BED', '500 mg at bedtime'],
    ['XQZ', '500 mg XQZ'],
  ])('the code %s of a timing alone is said in words where it is known', (code, doseText) => {
    const timing = { code: { coding: [{ code }] } };
    expect(ordered({ timing, doseAndRate: [{ doseQuantity: mg(500) }] }).doseText).toBe(doseText);
  });

  test('with the words for the patient, which may say more, once', () => {
    const text = '500 mg PO TID';
    const patientInstruction = 'Do not drink alcohol';
    expect(ordered({ text, patientInstruction }).doseText).toBe('500 mg PO TID, Do not drink alcohol');
    expect(ordered({ ...instruction(500), patientInstruction }).doseText).toBe(
      '500 mg daily, Do not drink alcohol',
    );
    expect(ordered({ text: 'Do not drink alcohol', patientInstruction }).doseText).toBe(patientInstruction);
    expect(ordered({ patientInstruction }).doseText).toBe(patientInstruction);
  });

  test('and one that begins with "then" is not told so twice', () => {
    const [one, two] = [
      { sequence: 1, text: '40 mg daily for 5 days' },
      { sequence: 2, text: 'Then 20 mg daily' },
    ];
    expect(ordered(one, two).doseText).toBe('40 mg daily for 5 days, then 20 mg daily');
  });

  test('with the most of a day, which its words may have said already', () => {
    const more = {
      asNeededBoolean: true,
      maxDosePerPeriod: { numerator: mg(4, 'g'), denominator: mg(24, 'h') },
    };
    expect(ordered(instruction(1, DAILY, more, 'g')).doseText).toBe(
      '1 g daily, as needed, at most 4 g in 24 h',
    );
    expect(ordered(instruction(1, DAILY, { ...more, text: '1 g as needed, max 4 g' }, 'g')).doseText).toBe(
      '1 g as needed, max 4 g',
    );
    expect(ordered(instruction(1, DAILY, { maxDosePerAdministration: mg(2, 'g') }, 'g')).doseText).toBe(
      '1 g daily, at most 2 g at once',
    );
  });

  test.each([
    ['1 g as needed, max 4 g', 4, 'mg', '1 g as needed, max 4 g, at most 4 mg in 24 h'],
    ['1 g as needed, max 4 grams', 4, 'g', '1 g as needed, max 4 grams'],
    ['50 mcg as needed, max 200 mcg', 200, 'ug', '50 mcg as needed, max 200 mcg'],
    ['50 mcg as needed, max 200 mcg', 200, 'mg', '50 mcg as needed, max 200 mcg, at most 200 mg in 24 h'],
  ])(
    'with the most of a day in another step of its unit than "%s" says: %d %s',
    (text, value, unit, told) => {
      const maxDosePerPeriod = { numerator: mg(value, unit), denominator: mg(24, 'h') };
      expect(ordered({ text, maxDosePerPeriod }).doseText).toBe(told);
    },
  );

  test('with instructions beside its words, once', () => {
    const additionalInstruction = [{ text: 'with food' }];
    expect(ordered({ text: '1 tablet daily', additionalInstruction }).doseText).toBe(
      '1 tablet daily, with food',
    );
    expect(ordered({ text: '1 tablet daily With food', additionalInstruction }).doseText).toBe(
      '1 tablet daily With food',
    );
  });
});

test('each of several limits is told', () => {
  const limit = (value: number, unit: string, per: number, of: string) => ({
    numerator: mg(value, unit),
    denominator: mg(per, of),
  });
  const maxDosePerPeriod = [limit(3, 'g', 24, 'h'), limit(10, 'g', 1, 'wk')];
  const dosageInstruction = [instruction(500, DAILY, { maxDosePerPeriod })];
  expect(stepFrom('MedicationRequest', { dosageInstruction }).doseText).toBe(
    '500 mg daily, at most 3 g in 24 h, at most 10 g in 1 wk',
  );
});
