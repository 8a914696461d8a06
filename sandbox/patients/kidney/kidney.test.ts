import type { Observation } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { resourcesOfType, decodedText } from '../testRecord.ts';
import { kidney } from './kidney.ts';

const resources = kidney.resources();
const observations = resourcesOfType(resources, 'Observation');
const coded = (code: string): readonly Observation[] =>
  observations.filter((each) => each.code.coding?.[0]?.code === code);
const onDay = (code: string, day: string): readonly Observation[] =>
  coded(code).filter((each) => each.effectiveDateTime?.startsWith(day));
const upperLimitOfPotassium = (day: string): number | undefined =>
  onDay('2823-3', day)[0]?.referenceRange?.[0]?.high?.value;
const flagOf = (each: Observation | undefined): string | undefined =>
  each?.interpretation?.[0]?.coding?.[0]?.code;

test('the account of the record is 720 to draw, 19 to list and 2 withdrawn', () => {
  const withdrawn = observations.filter((each) => each.status === 'entered-in-error');
  const listed = observations.filter((each) => !each.valueQuantity && !each.component);
  expect([observations.length - withdrawn.length - listed.length, listed.length, withdrawn.length]).toEqual([
    720, 19, 2,
  ]);
});

test('each eGFR formula ends before the next begins', () => {
  const spans = ['33914-3', '62238-1', '98979-8'].map((code) => {
    const days = coded(code)
      .map((each) => each.effectiveDateTime?.slice(0, 10) ?? '')
      .toSorted();
    return [days.length, days[0], days.at(-1)];
  });
  expect(spans).toEqual([
    [4, '2014-12-03', '2015-12-09'],
    [12, '2016-05-11', '2021-11-10'],
    [23, '2022-03-16', '2026-11-12'],
  ]);
});

test('eGFR is ">60" under the first formula, and 30 and low at the last', () => {
  expect(coded('33914-3').map((each) => each.valueQuantity?.comparator)).toEqual(['>', '>', '>', '>']);
  const last = onDay('98979-8', '2026-11-12')[0];
  expect([last?.valueQuantity?.value, flagOf(last)]).toEqual([30, 'L']);
});

test('potassium rises under spironolactone, and the last is preliminary', () => {
  const rise = coded('2823-3').filter((each) => (each.effectiveDateTime ?? '') >= '2026-10-20');
  expect(rise.map((each) => [each.valueQuantity?.value, flagOf(each), each.status])).toEqual([
    [4.9, undefined, 'final'],
    [5.4, 'H', 'final'],
    [5.8, 'H', 'final'],
    [5.3, 'H', 'preliminary'],
  ]);
});

test('the upper limit of potassium changes with the new laboratory', () => {
  expect([upperLimitOfPotassium('2021-11-10'), upperLimitOfPotassium('2022-03-16')]).toEqual([5.1, 5]);
});

test('urine albumin has limits, a result outside its range without a flag, a corrected one and a text', () => {
  const albumin = coded('9318-7');
  expect(albumin.filter((each) => each.valueQuantity?.comparator === '<')).toHaveLength(2);
  expect(flagOf(onDay('9318-7', '2020-02-12')[0])).toBeUndefined();
  expect(onDay('9318-7', '2023-06-14')[0]).toMatchObject({ status: 'corrected', meta: { versionId: '2' } });
  expect(onDay('9318-7', '2026-01-14')[0]?.valueString).toBe('specimen insufficient');
});

test('a visit at eight in the morning is sent with the offset of its season', () => {
  expect(onDay('2160-0', '2014-12-03')[0]?.effectiveDateTime).toBe('2014-12-03T08:05:00-06:00');
  expect(onDay('2160-0', '2015-06-24')[0]?.effectiveDateTime).toBe('2015-06-24T08:10:00-05:00');
});

test('a lower blood pressure that was not heard is sent with a reason', () => {
  const diastolic = onDay('85354-9', '2019-04-10')[0]?.component?.[1];
  expect(diastolic?.valueQuantity).toBeUndefined();
  expect(diastolic?.dataAbsentReason?.coding?.[0]?.code).toBe('unknown');
});

test('spironolactone is one stopped prescription from 20 Oct to 13 Nov 2026', () => {
  const prescriptions = resourcesOfType(resources, 'MedicationRequest');
  const [spironolactone, ...others] = prescriptions.filter((each) => each.id?.includes('spironolactone'));
  expect(others).toEqual([]);
  expect(spironolactone).toMatchObject({
    status: 'stopped',
    dispenseRequest: { validityPeriod: { start: '2026-10-20', end: '2026-11-13' } },
  });
});

/** The design's list of medications shows each dose with its first day, and 0 for stopped. */
const DRAWN_COURSES = {
  Lisinopril: '2014-11-01 10, 2017-11-15 20, 2021-05-05 40, 2023-02-06 0, 2023-03-01 20, 2024-01-17 40',
  Amlodipine: '2016-05-11 5, 2019-04-10 10',
  Chlorthalidone: '2022-07-20 12.5, 2023-02-06 0, 2025-01-15 12.5, 2026-04-22 25',
  Spironolactone: '2026-10-20 25, 2026-11-13 0',
  Empagliflozin: '2021-08-11 10, 2023-02-06 0, 2023-03-01 10',
  Metformin: '2014-11-01 1000, 2016-05-11 2000, 2023-02-06 0, 2023-03-01 1000',
  Semaglutide: '2023-03-29 0.25, 2023-05-03 0.5, 2023-06-14 1',
  Atorvastatin: '2014-12-10 20, 2018-04-18 40, 2021-05-12 80',
};

const courseOf = (drug: string): string =>
  resourcesOfType(resources, 'MedicationRequest')
    .filter((each) => each.medicationCodeableConcept?.text === drug)
    .flatMap(({ status, dispenseRequest, dosageInstruction }) => {
      const { start, end } = dispenseRequest?.validityPeriod ?? {};
      const dose = dosageInstruction?.[0]?.doseAndRate?.[0]?.doseQuantity?.value;
      return [`${start} ${dose}`, ...(status === 'stopped' ? [`${end} 0`] : [])];
    })
    .join(', ');

describe('what happened around the curves', () => {
  test.each(Object.entries(DRAWN_COURSES))('%s is taken as drawn', (drug, course) => {
    expect(courseOf(drug)).toBe(course);
  });

  test('no other drug is ordered, handed out or told of than the eight that are drawn', () => {
    const named = [
      ...resourcesOfType(resources, 'MedicationRequest'),
      ...resourcesOfType(resources, 'MedicationDispense'),
      ...resourcesOfType(resources, 'MedicationStatement'),
    ].map((each) => each.medicationCodeableConcept?.text);
    expect(new Set(named)).toEqual(new Set(Object.keys(DRAWN_COURSES)));
    expect(resourcesOfType(resources, 'MedicationAdministration')).toEqual([]);
  });

  test('the visits are 35 to the office, three calls and one stay', () => {
    const kinds = resourcesOfType(resources, 'Encounter').map(({ class: kind }) => kind.code);
    expect(['AMB', 'VR', 'IMP'].map((code) => kinds.filter((kind) => kind === code).length)).toEqual([
      35, 3, 1,
    ]);
  });

  test('the procedures are those of the drawing', () => {
    const assertedAt = resourcesOfType(resources, 'Procedure').map(
      ({ performedDateTime, code }) => `${performedDateTime?.slice(0, 10)} ${code?.text}`,
    );
    expect(assertedAt).toEqual([
      '2018-06-20 Retinal photocoagulation',
      '2021-06-09 Renal ultrasound',
      '2023-02-06 Chest X-ray',
      '2024-10-02 Echocardiogram',
      '2026-09-02 Renal artery duplex',
    ]);
  });

  test('pneumonia is over; diabetes, hypertension and kidney disease are not', () => {
    const assertedAt = resourcesOfType(resources, 'Condition').map(
      ({ code, clinicalStatus }) => `${code?.text}: ${clinicalStatus?.coding?.[0]?.code}`,
    );
    expect(assertedAt).toEqual(
      expect.arrayContaining([
        'Pneumonia: resolved',
        'Type 2 diabetes: active',
        'Hypertension: active',
        'Chronic kidney disease: active',
      ]),
    );
  });

  test('he was vaccinated against influenza and pneumococci, and does not bear penicillin', () => {
    const vaccines = resourcesOfType(resources, 'Immunization').map(
      ({ vaccineCode }) => vaccineCode.text ?? '',
    );
    expect(vaccines.filter((each) => each === 'influenza')).toHaveLength(11);
    expect(vaccines.filter((each) => each.startsWith('pneumococcal'))).toHaveLength(2);
    expect(resourcesOfType(resources, 'AllergyIntolerance')).toMatchObject([
      { code: { text: 'Penicillin' } },
    ]);
  });

  test('the ultrasound and the culture of the pneumonia are reports to be read', () => {
    const reports = resourcesOfType(resources, 'DiagnosticReport');
    const textOf = (name: string) =>
      decodedText(reports.find(({ code }) => code.text === name)?.presentedForm?.[0]?.data);
    expect(textOf('Renal ultrasound')).toContain('No obstruction.');
    expect(textOf('Sputum culture')).toMatch(/Streptococcus pneumoniae[\s\S]*Levofloxacin +1 +S/);
  });

  test('the laboratory reports a basic metabolic panel at each visit but the last, with six results or more', () => {
    const panels = resourcesOfType(resources, 'DiagnosticReport').filter(
      ({ code }) => code.text === 'Basic metabolic panel',
    );
    expect(panels).toHaveLength(39);
    expect(Math.min(...panels.map(({ result = [] }) => result.length))).toBe(6);
    const results = panels.flatMap(({ result = [] }) => result.map(({ reference }) => reference));
    expect(results.filter((each) => each?.endsWith('-error'))).toEqual([]);
  });
});
