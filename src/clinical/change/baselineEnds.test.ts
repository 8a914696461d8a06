import { describe, expect, test } from 'vitest';
import { madeCareEvent } from '../../testing/madeEventsFixture.ts';
import { changeSince } from '../../testing/changeFixture.ts';
import { loinc } from '../../testing/codes.ts';
import { onlySeriesOf, seriesOfResults, type SentResult } from '../../testing/readSeriesFixture.ts';
import { catalogMatch } from '../catalog/catalog.ts';
import { readMoment } from '../time/date.ts';
import {
  hospitalStaysOf,
  interventionsOf,
  mayBeYounger,
  pregnanciesOf,
  type PatientFacts,
} from './patientFacts.ts';

const SINCE = '2026-11-01T00:00:00Z';

const result = (code: string, at: string, value: string): SentResult => ({
  at,
  value,
  more: {
    code: loinc(code),
    valueQuantity: { value: Number(value), valueText: value, unit: catalogMatch(code)!.target.unit },
  },
});

/** Each result is a time and a value: "2026-05-01T08:00:00Z 13.4". */
function changeOf(code: string, results: readonly string[], facts: Partial<PatientFacts>, since = SINCE) {
  const sent = results.map((one) => {
    const [at = '', value = ''] = one.split(' ');
    return result(code, at.length === 10 ? `${at}T08:00:00Z` : at, value);
  });
  const { baseline, noDistanceReason, excluded, isInStay } = changeSince(onlySeriesOf(...sent), since, facts);
  return {
    values: baseline?.rows.map(({ valueText }) => valueText),
    kind: baseline?.kind,
    noDistanceReason,
    excluded: excluded.map(({ reason }) => reason),
    isInStay,
  };
}

const stay = (start: string, end?: string, encounterClass = 'IMP') =>
  madeCareEvent('Encounter', 'Stay', start, { encounterClass, ...(end && { end }) });
const procedure = (text: string, start: string, codes: readonly string[] = []) =>
  madeCareEvent('Procedure', text, start, { codes });

const HEMOGLOBIN = '718-7';
const CREATININE = '2160-0';

describe('a stay in hospital', () => {
  const facts = { stays: hospitalStaysOf([stay('2026-11-10T06:00:00Z')]) };

  test('is compared with the median of 7 to 365 days before admission', () => {
    const results = ['2026-05-01 0.8', '2026-09-01 0.9', '2026-11-07 1.9', '2026-11-12 2.0'];
    expect(changeOf(CREATININE, results, facts, '2026-11-10T06:00:00Z')).toEqual({
      values: ['0.8', '0.9'],
      kind: 'before-admission',
      noDistanceReason: '',
      excluded: ['near admission'],
      isInStay: true,
    });
  });

  test('without results before admission it is compared with its first one, also when that is new', () => {
    const results = ['2026-11-10T08:00:00Z 1.9', '2026-11-11 1.5', '2026-11-12 1.2'];
    expect(changeOf(CREATININE, results, facts)).toMatchObject({ values: ['1.9'], kind: 'first-of-stay' });
    const near = ['2026-11-07 1.9', '2026-11-12 1.2'];
    expect(changeOf(CREATININE, near, facts, '2026-11-10T06:00:00Z')).toMatchObject({
      values: undefined,
      noDistanceReason: 'near admission',
    });
  });

  test('ends the baseline of what is measured after it: nothing from before the discharge counts', () => {
    const over = { stays: hospitalStaysOf([stay('2026-09-10T06:00:00Z', '2026-09-15T12:00:00Z')]) };
    const results = ['2026-08-01 0.8', '2026-09-12 2.1', '2026-10-01 1.1', '2026-11-12 1.2'];
    expect(changeOf(CREATININE, results, over)).toMatchObject({
      values: ['1.1'],
      kind: 'earlier',
      excluded: ['hospital stay', 'hospital stay'],
    });
    const none = ['2026-08-01 0.8', '2026-11-12 1.2'];
    expect(changeOf(CREATININE, none, over).noDistanceReason).toBe('hospital stay');
  });

  test('an emergency visit alone ends nothing; one that leads to a stay is its beginning', () => {
    const emergency = stay('2026-09-10T06:00:00Z', '2026-09-10T12:00:00Z', 'EMER');
    expect(hospitalStaysOf([emergency])).toEqual([]);
    const both = hospitalStaysOf([stay('2026-09-10T14:00:00Z', '2026-09-15T12:00:00Z'), emergency]);
    expect(both).toMatchObject([{ startMs: Date.parse('2026-09-10T06:00:00Z') }]);
    expect(hospitalStaysOf([stay('2026-09-10', '2026-09-12', 'AMB')])).toEqual([]);
  });

  test('one that nobody has closed for years hides no later stay, and is no acute one', () => {
    const stays = hospitalStaysOf([stay('2019-01-01T00:00:00Z'), stay('2026-11-10T06:00:00Z')]);
    expect(stays).toHaveLength(2);
    const results = ['2026-05-01 0.8', '2026-09-01 0.9', '2026-11-12 2.0'];
    expect(changeOf(CREATININE, results, { stays: stays.slice(0, 1) })).toMatchObject({
      values: ['0.8', '0.9'],
      kind: 'earlier',
      isInStay: false,
    });
    expect(changeOf(CREATININE, results, { stays }).kind).toBe('before-admission');
  });
});

describe('an intervention', () => {
  test.each([
    ['transfusion', 'Transfusion of packed red cells', []],
    ['transfusion', 'Erythrozytenkonzentrat', ['116859006']],
    ['dialysis', 'Hemodialysis session', []],
    ['dialysis', 'Hémodialyse', ['302497006']],
    ['transplant', 'Kidney transplantation', []],
    ['operation', 'Laparotomy', []],
    ['operation', 'Laparoscopic cholecystectomy', []],
    ['operation', 'Total hip replacement surgery', []],
  ] as const)('%s: "%s" ends the baseline', (kind, text, codes) => {
    const interventions = interventionsOf([procedure(text, '2026-10-15', codes)]);
    expect(interventions).toMatchObject([{ kind }]);
    const results = ['2026-08-01 13.1', '2026-09-01 13.3', '2026-11-12 11.9'];
    expect(changeOf(HEMOGLOBIN, results, { interventions }).noDistanceReason).toBe(kind);
  });

  test.each([
    'Renal ultrasound',
    'Chest X-ray',
    'Echocardiogram',
    'Electrocardiogram',
    'Phlebotomy',
    'Preoperative evaluation',
    'Pre-operative assessment',
    'Postoperative follow-up visit',
    'Surgical pathology examination',
    'Surgical consultation',
    'Surgical dressing change',
    'Surgical wound care',
    'Referral, surgical referral',
    'Tracheostomy care',
    'Colostomy bag change',
    'Gastrostomy tube feeding',
    'Kidney transplant evaluation',
    'Dialysis education',
    'Dental surgery consultation',
    'Cooperation with treatment',
    'Venotomy',
    'Preoperative evaluation for hip replacement',
    'History of cholecystectomy',
    'Anesthesia visit for laparoscopic surgery',
  ])('"%s" is none', (text) => {
    expect(interventionsOf([procedure(text, '2026-10-15')])).toEqual([]);
  });

  test.each([
    'Reoperation',
    'Postoperative revision, laparotomy',
    'Surgical repair of hernia',
    'Tracheostomy',
  ])('"%s" is an operation, whatever else its name holds', (text) => {
    expect(interventionsOf([procedure(text, '2026-10-15')])).toMatchObject([{ kind: 'operation' }]);
  });

  test('a transfusion says nothing of creatinine, and one that was not done ends nothing', () => {
    const interventions = interventionsOf([procedure('Transfusion', '2026-10-15')]);
    const results = ['2026-08-01 0.8', '2026-11-12 0.9'];
    expect(changeOf(CREATININE, results, { interventions }).values).toEqual(['0.8']);
    const notDone = madeCareEvent('Procedure', 'Transfusion', '2026-10-15', { isNotDone: true });
    expect(interventionsOf([notDone])).toEqual([]);
  });
});

describe('a pregnancy', () => {
  const condition = (text: string, start: string, end?: string, codes: readonly string[] = []) =>
    madeCareEvent('Condition', text, start, { codes, ...(end && { end }) });
  const results = ['2026-01-01 13.2', '2026-02-01 13.0', '2026-11-12 11.4'];

  test.each([
    ['Pregnancy', []],
    ['Schwangerschaft', ['z34.0']],
    ['Embarazo', ['77386006']],
  ] as const)('"%s" ends the baseline at its start', (text, codes) => {
    const pregnancies = pregnanciesOf([condition(text, '2026-03-10', undefined, codes)], [], undefined);
    expect(changeOf(HEMOGLOBIN, results, { pregnancies }).noDistanceReason).toBe('pregnancy');
    const during = ['2026-01-01 13.2', '2026-05-01 11.8', '2026-11-12 11.4'];
    expect(changeOf(HEMOGLOBIN, during, { pregnancies }).values).toEqual(['11.8']);
  });

  test.each(['Pregnancy test negative', 'History of pregnancy', 'Not pregnant', 'Partner is pregnant'])(
    '"%s" is none',
    (text) => {
      expect(pregnanciesOf([condition(text, '2026-03-10')], [], undefined)).toEqual([]);
    },
  );

  test('twelve weeks after its end a new baseline begins', () => {
    const pregnancies = pregnanciesOf([condition('Pregnancy', '2025-06-01', '2026-03-01')], [], undefined);
    const after = ['2026-02-01 11.1', '2026-04-01 12.0', '2026-07-01 12.9', '2026-11-12 13.4'];
    expect(changeOf(HEMOGLOBIN, after, { pregnancies }).values).toEqual(['12.9']);
  });

  test('weight and D-dimer follow the pregnancy itself and are not compared in it', () => {
    const pregnancies = pregnanciesOf([condition('Pregnancy', '2026-03-10')], [], undefined);
    const weights = ['2026-05-01 64.0', '2026-08-01 68.5', '2026-11-12 74.0'];
    expect(changeOf('29463-7', weights, { pregnancies }).noDistanceReason).toBe('pregnancy');
  });

  test('is known from the age of the pregnancy as a result too', () => {
    const weeks = seriesOfResults([
      {
        at: '2026-06-02T08:00:00Z',
        value: 12,
        more: { code: loinc('11884-4'), valueQuantity: { value: 12, unit: 'wk' } },
      },
    ]);
    expect(new Date(pregnanciesOf([], weeks, undefined)[0]!.startMs).toISOString().slice(0, 10)).toBe(
      '2026-03-10',
    );
  });
});

describe('age', () => {
  const child = (birth: string) => ({ birth: readMoment(birth) });

  test('a child is compared over 30 days only in what grows, and in everything else as before', () => {
    const creatinine = ['2026-05-01 0.40', '2026-10-25 0.41', '2026-11-12 0.42'];
    expect(changeOf(CREATININE, creatinine, child('2017-03-01'))).toMatchObject({ values: ['0.41'] });
    const sodium = ['2026-05-01 139', '2026-11-12 138'];
    expect(changeOf('2951-2', sodium, child('2017-03-01')).values).toEqual(['139']);
  });

  test('under two years the blood count too, and growth itself not at all', () => {
    const hemoglobin = ['2026-05-01 16.0', '2026-11-12 11.0'];
    expect(changeOf(HEMOGLOBIN, hemoglobin, child('2026-01-01')).noDistanceReason).toBe('growth');
    expect(changeOf(HEMOGLOBIN, hemoglobin, child('2020-01-01')).noDistanceReason).toBe('');
    const weights = ['2026-10-20 6.1', '2026-11-12 6.9'];
    expect(changeOf('29463-7', weights, child('2026-06-01')).noDistanceReason).toBe('growth');
    expect(changeOf('29463-7', weights, child('1959-03-14')).noDistanceReason).toBe('');
  });

  test('the 18th birthday ends the baseline, also where only the year of birth is known', () => {
    const results = ['2026-05-01 139', '2026-11-12 138'];
    expect(changeOf('2951-2', results, child('2008-09-01')).noDistanceReason).toBe('birthday');
    expect(changeOf('2951-2', results, child('2007-09-01')).noDistanceReason).toBe('');
    expect(mayBeYounger(readMoment('2008'), 18, Date.parse('2026-11-12'))).toBe(true);
    expect(mayBeYounger(undefined, 18, Date.parse('2026-11-12'))).toBe(false);
  });
});
