import { describe, expect, test } from 'vitest';
import { LOINC, loinc } from '../../../testing/codes.ts';
import { quantity, readRow } from '../observationFixture.ts';
import { codedIn, drawnAs, MDC, readCoded, SNOMED } from './otherSystemsFixture.ts';

describe('a code of another system beside a LOINC', () => {
  test.each([
    [
      'a peak flow, and a maximum flow of which the device is not told',
      [
        [LOINC, '33452-4'],
        [MDC, '152584'],
      ],
      410,
      'L/min',
      'pef',
    ],
    [
      'heart rate, and the pulse of a cuff',
      [
        [LOINC, '8867-4'],
        [MDC, '149546'],
      ],
      71,
      '/min',
      'hr',
    ],
    [
      'heart rate, and that of an oximeter',
      [
        [LOINC, '8867-4'],
        [MDC, '149530'],
      ],
      71,
      '/min',
      'hr-ox',
    ],
    [
      'heart rate, and the pulse of SNOMED CT',
      [
        [SNOMED, '78564009'],
        [LOINC, '8867-4'],
      ],
      71,
      '/min',
      'hr',
    ],
    [
      'temperature, and the ear',
      [
        [LOINC, '8310-5'],
        [MDC, '188428'],
      ],
      37,
      'Cel',
      'temp-tymp',
    ],
    [
      'temperature, and the mouth',
      [
        [SNOMED, '415945006'],
        [LOINC, '8310-5'],
      ],
      37,
      'Cel',
      'temp-oral',
    ],
    [
      'the mouth, and temperature',
      [
        [LOINC, '8331-1'],
        [SNOMED, '386725007'],
      ],
      37,
      'Cel',
      'temp-oral',
    ],
    [
      'arterial, and peripheral',
      [
        [LOINC, '2708-6'],
        [SNOMED, '431314004'],
      ],
      97,
      '%',
      'spo2',
    ],
    [
      'mean, and mean of a cuff',
      [
        [LOINC, '8478-0'],
        [MDC, '150023'],
      ],
      93,
      'mm[Hg]',
      'map-nibp',
    ],
    [
      'systolic in both',
      [
        [LOINC, '8480-6'],
        [SNOMED, '72313002'],
        [MDC, '150021'],
      ],
      128,
      'mm[Hg]',
      'bp-sys',
    ],
    [
      'sitting, and systolic',
      [
        [LOINC, '8459-0'],
        [SNOMED, '271649006'],
      ],
      128,
      'mm[Hg]',
      'bp-sys',
    ],
    [
      'standing, and systolic',
      [
        [LOINC, '8460-8'],
        [SNOMED, '271649006'],
      ],
      118,
      'mm[Hg]',
      'bp-sys~8460-8',
    ],
    [
      'temperature, and what some send for each',
      [
        [LOINC, '8310-5'],
        [SNOMED, '276885007'],
      ],
      37,
      'Cel',
      'temp',
    ],
    [
      'set at the ventilator',
      [
        [SNOMED, '250774007'],
        [LOINC, '19994-3'],
      ],
      40,
      '%',
      'fio2-set',
    ],
    [
      'mean pressure in both',
      [
        [SNOMED, '6797001'],
        [LOINC, '8478-0'],
      ],
      93,
      'mm[Hg]',
      'map',
    ],
  ] as const)('%s: the special one counts', (_, codings, value, unit, seriesId) => {
    expect(readCoded(codedIn(codings), value, unit)).toMatchObject(drawnAs(seriesId, value));
    expect(readCoded(codedIn(codings.toReversed()), value, unit)).toMatchObject(drawnAs(seriesId, value));
  });

  test.each([
    [
      'systolic and diastolic',
      [
        [LOINC, '8480-6'],
        [SNOMED, '271650006'],
      ],
      100,
      'mm[Hg]',
    ],
    [
      'ear and armpit',
      [
        [LOINC, '8328-7'],
        [MDC, '188428'],
      ],
      37,
      'Cel',
    ],
    [
      'weight and height',
      [
        [SNOMED, '27113001'],
        [MDC, '188740'],
      ],
      100,
      'kg',
    ],
  ] as const)('%s: it is neither', (_, codings, value, unit) => {
    expect(readCoded(codedIn(codings), value, unit)).toMatchObject({
      reason: 'two-measures',
      drawing: 'listed',
    });
    expect(readCoded(codedIn(codings.toReversed()), value, unit)).toMatchObject({ reason: 'two-measures' });
  });

  test('a LOINC that is not known is more exact than a code that is', () => {
    expect(
      readCoded(
        codedIn([
          [LOINC, '99999-1', 'Name'],
          [SNOMED, '364075005'],
        ]),
        71,
        '/min',
      ).seriesId,
    ).toBe(`${LOINC}|99999-1`);
    expect(readRow({ code: loinc('8867-4'), valueQuantity: quantity(71, '/min') }).kind.seriesId).toBe('hr');
  });
});
