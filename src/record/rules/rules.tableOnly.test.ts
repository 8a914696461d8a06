/** Some numbers are steps, or say something of a germ and not of the patient: they are listed, and no line joins them. */
import { describe, expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { observation, readRecord, ucum, type ReadRecord } from '../../testing/readRecordFixture.ts';

const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
const flagged = (code: string) => ({ interpretation: [{ coding: [{ system: V3, code }] }] });
const local = (code: string, text: string) => ({ coding: [{ system: 'urn:oid:1.2.3', code }], text });
const drawn = ({ series }: ReadRecord) => series.flatMap(({ rows }) => rows.map(({ id }) => id));
const listed = ({ series }: ReadRecord) =>
  series.flatMap(({ listed: rows }) => rows.map(({ id, valueText, kind }) => [id, valueText, kind.reason]));

describe('what inhibits a germ', () => {
  const mic = (id: string, code: object, value: number, fields: object = {}) =>
    observation({ id, code, valueQuantity: ucum(value, 'ug/mL'), ...fields });

  test.each([
    ['18928-2', 'Gentamicin [Susceptibility]'],
    ['267-5', 'Gentamicin [Susceptibility] by Minimum inhibitory concentration (MIC)'],
    ['267-5', 'Gentamicin MIC'],
    ['267-5', 'Gentamicin MHK'],
  ])('%s %s is listed, since the next result is of another germ', (code, text) => {
    const record = readRecord([
      mic('a', { ...loinc(code), text }, 1),
      mic('b', { ...loinc(code), text }, 16, { effectiveDateTime: '2026-01-03T08:00:00Z' }),
    ]);
    expect(drawn(record)).toEqual([]);
    expect(listed(record)).toEqual([
      ['b', '16', 'listed-only'],
      ['a', '1', 'listed-only'],
    ]);
  });

  test.each([
    ['a text', { text: 'Gentamicin' }],
    ['a code of the laboratory', local('GENT', 'Gentamicin')],
    ['the code of the level', { ...loinc('35668-3'), text: 'Gentamicin' }],
  ])('shares %s with the level of the drug, and never its line', (_, code) => {
    const record = readRecord([
      mic('level', code, 2.1),
      ...['S', 'I', 'R'].map((flag) => mic(flag, code, 1, flagged(flag))),
    ]);
    expect(drawn(record)).toEqual(['level']);
    expect(record.series).toHaveLength(2);
    expect(record.series.map(({ name }) => name)).toContainEqual(expect.stringMatching(/, susceptibility$/));
  });

  const uncatalogued = (unit: string, interpretation: object) =>
    drawn(
      readRecord([
        observation({ code: local('XT', 'Some test'), valueQuantity: { value: 30, unit } }),
        observation({
          id: 'o2',
          code: local('XT', 'Some test'),
          valueQuantity: { value: 32, unit },
          effectiveDateTime: '2026-01-03T08:00:00Z',
          interpretation: [interpretation],
        }),
      ]),
    );

  test.each([
    ['ppb', { text: 'Intermediate' }],
    ['ppb', { text: 'Intermedio' }],
    ['U/mL', { text: 'NS' }],
    ['%', { text: 'Sensitive' }],
    ['', { text: 'Sensitive' }],
    ['mg/dL', { text: 'Intermediate' }],
    ['mg/g', { text: 'Intermediate' }],
    ['ug/g', { text: 'I' }],
    ['mm/h', { text: 'Intermediate' }],
    ['mm[Hg]', { text: 'I' }],
    ['mmol/L', { text: 'Resistant' }],
    ['ppb', { coding: [{ system: 'urn:oid:1.2.3', code: 'I', display: 'Intermediate' }] }],
    ['ppb', { coding: [{ code: 'NS' }] }],
    ['S/CO', { coding: [{ system: V3, code: 'R' }] }],
    ['S/CO', { coding: [{ system: V3, code: 'R' }], text: 'Reactive' }],
  ])('is not said in "%s" by %j', (unit, interpretation) => {
    expect(uncatalogued(unit, interpretation).toSorted()).toEqual(['o1', 'o2']);
  });

  test.each([
    ['ug/mL', { text: 'Intermediate' }],
    ['\u00B5g/mL', { text: 'R' }],
    ['\u03BCg/mL', { text: 'Sensible' }],
    ['mcg/ml', { text: 'resistente' }],
    ['mg/L', { text: 'Non-susceptible' }],
    ['mm', { text: 'S' }],
    ['micrograms per milliliter', { text: 'S' }],
    ['', { coding: [{ system: V3, code: 'R', display: 'Resistant' }] }],
    ['[IU]/mL', { coding: [{ system: V3, code: 'S', display: 'Susceptible' }] }],
    ['', { coding: [{ system: V3, code: 'NS' }] }],
    ['', { coding: [{ system: 'urn:oid:2.16.840.1.113883.5.83', code: 'SDD' }] }],
  ])('is said in "%s" by %j', (unit, interpretation) => {
    expect(uncatalogued(unit, interpretation)).toEqual(['o1']);
  });

  test('as a component says of which germ', () => {
    const culture = (id: string, germ: string, value: number, flag: string) =>
      observation({
        id,
        code: { ...loinc('600-7'), text: 'Blood culture' },
        valueCodeableConcept: { text: germ },
        component: [{ code: { text: 'Vancomycin' }, valueQuantity: ucum(value, 'ug/mL'), ...flagged(flag) }],
      });
    const record = readRecord([
      culture('a', 'Staphylococcus aureus', 1, 'S'),
      culture('b', 'Enterococcus faecium', 32, 'R'),
      mic('level', { text: 'Vancomycin' }, 15),
    ]);
    expect(drawn(record)).toEqual(['level']);
    const rows = record.series
      .flatMap(({ listed: all }) => [...all])
      .filter(({ kind }) => kind.component !== '');
    expect(rows.map(({ valueText, kind }) => `${valueText} ${kind.context}`).toSorted()).toEqual([
      '1 Staphylococcus aureus',
      '32 Enterococcus faecium',
    ]);
  });

  test('is not said by the R of serology', () => {
    const reactive = observation({
      code: local('HCV', 'HCV antibody'),
      valueQuantity: { value: 12.3, unit: 'S/CO' },
      interpretation: [{ text: 'R' }],
    });
    expect(drawn(readRecord([reactive]))).toEqual(['o1']);
  });

  test('is not said by a letter of a test that the catalog knows', () => {
    expect(
      drawn(
        readRecord([
          observation({ code: loinc('2823-3'), valueQuantity: ucum(4.2, 'mmol/L'), ...flagged('I') }),
        ]),
      ),
    ).toEqual(['o1']);
  });
});

describe('a titer is a step', () => {
  test.each(['titer', '{titer}', 'titre', 'Titer', '{Titer}', 'dilution', '{dilution}', 'dil'])(
    'in the unit %s it is listed',
    (unit) => {
      const record = readRecord([
        observation({ code: local('XAB', 'Some Ab'), valueQuantity: { value: 160, unit } }),
      ]);
      expect([drawn(record), listed(record)]).toEqual([[], [['o1', '160', 'listed-only']]]);
    },
  );

  test.each(['RPR titer', 'Anti-A Titre', 'Antikörpertiter', 'Título de anticuerpos'])(
    'by its name %s it is listed',
    (text) => {
      const record = readRecord([observation({ code: local('XTI', text), valueQuantity: { value: 64 } })]);
      expect(drawn(record)).toEqual([]);
    },
  );

  test.each([
    ['ASO titer', '[IU]/mL'],
    ['Titration index', '{index_val}'],
  ])('%s in %s is a course', (text, unit) => {
    expect(
      drawn(readRecord([observation({ code: local('XTI', text), valueQuantity: ucum(64, unit) })])),
    ).toEqual(['o1']);
  });
});
