/** The facts of the Observation decide what may stand on one line, and not its code alone (rule 18). */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineSegments } from '../../clinical/series/gaps/lineSegments.ts';
import { observation, readRecord, seriesOf, ucum } from '../../testing/readRecordFixture.ts';
import { loinc } from '../../testing/codes.ts';

type Fields = Readonly<Record<string, unknown>>;

const result = (code: string, unit: string) => (id: string, fields: Fields) =>
  observation({ id, code: loinc(code), valueQuantity: ucum(unit === 'mm[Hg]' ? 120 : 5, unit), ...fields });

const potassium = result('2823-3', 'mmol/L');
const glucose = result('2345-7', 'mg/dL');
const temperature = result('8310-5', 'Cel');
const systolic = result('8480-6', 'mm[Hg]');
const saturation = result('59408-5', '%');
const inr = result('6301-6', '{INR}');

/** Returns the names of the series that one plain result and one with these facts make. */
function namesWith(make: (id: string, fields: Fields) => object, fields: Fields): readonly string[] {
  const values = fields['code'] === undefined ? fields : { ...fields };
  return readRecord([make('plain', {}), make('other', values)]).series.map(({ name }) => name);
}

const displayed = (display: string) => ({ display });
const specimen = (display: string) => ({ specimen: displayed(display) });
const contained = (type: object, collection?: object) => ({
  contained: [{ resourceType: 'Specimen', id: 's', type, collection }],
  specimen: { reference: '#s' },
});
const text = (words: string) => ({ text: words });
const position = (words: string) => ({
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition',
      valueCodeableConcept: text(words),
    },
  ],
});
const named = (code: string, words: string) => ({ code: { ...loinc(code), text: words } });

describe('one line joins only what may be joined', () => {
  test.each([
    ['an arterial sample', potassium, specimen('Arterial blood gas syringe (arterial blood)')],
    ['an arterial sample by its code alone', potassium, contained({ coding: [{ code: '122552005' }] })],
    ['an arterial sample by its v2 code', potassium, contained({ coding: [{ code: 'BLDA' }] })],
    [
      'a finger prick of a contained specimen',
      potassium,
      contained(text('Blood'), { bodySite: text('Finger') }),
    ],
    ['a capillary sample', glucose, specimen('Capillary blood')],
    ['a heel prick', glucose, specimen('Blood, heel stick')],
    ['a glucometer as method', glucose, { method: text('POCT glucometer') }],
    ['a glucometer as device', glucose, { device: displayed('Accu-Chek Inform II') }],
    ['a sensor', glucose, { device: displayed('Dexcom G6') }],
    ['two hours after a load', glucose, named('2345-7', 'Glucose 2 h post 75 g')],
    ['a coagulometer', inr, { device: displayed('CoaguChek XS') }],
    ['a test at the bedside', potassium, { method: text('Point of care testing') }],
    ['the armpit', temperature, { bodySite: text('Axilla, left') }],
    [
      'the rectum by its display',
      temperature,
      { bodySite: { coding: [{ code: '34402009', display: 'Rectum structure' }] } },
    ],
    ['the ear in the words of the code', temperature, named('8310-5', 'Temp (Tympanic)')],
    ['standing', systolic, position('Standing')],
    ['lying', systolic, position('Supine position')],
    ['a thigh cuff', systolic, { bodySite: text('Right thigh') }],
    ['an arterial line', systolic, { method: text('Arterial line, radial') }],
    ['a mean of 24 hours', systolic, named('8480-6', '24h mean systolic BP')],
    ['an ambulatory monitor', systolic, { device: displayed('ABPM Spacelabs') }],
    ['saturation of an arterial sample', saturation, specimen('Arterial blood')],
    ['saturation by co-oximetry', saturation, { method: text('Co-oximetry') }],
    ['a peak level', result('10535-3', 'ng/mL'), named('10535-3', 'Digoxin peak')],
    ['a trough level', result('10535-3', 'ng/mL'), { method: text('Trough') }],
    [
      'a formula in the method',
      result('98979-8', 'mL/min/{1.73_m2}'),
      { method: text('MDRD (4 variables)') },
    ],
    ['cystatin C in the words', result('98979-8', 'mL/min/{1.73_m2}'), named('98979-8', 'eGFR (Cystatin C)')],
    ['mass spectrometry', result('11253-2', 'ng/mL'), { method: text('LC-MS/MS') }],
  ])('%s has a series of its own', (_, make, fields) => {
    expect(new Set(namesWith(make, fields)).size).toBe(2);
  });

  test.each([
    ['serum', potassium, specimen('Serum')],
    ['plasma in capitals', potassium, specimen('PLAS')],
    ['serum or plasma', potassium, specimen('Serum or Plasma')],
    ['venous blood', potassium, specimen('Venous blood')],
    [
      'the SNOMED code of serum',
      potassium,
      contained({ coding: [{ code: '119364003', display: 'Serum specimen' }] }),
    ],
    ['a tube', glucose, specimen('Blood, grey top, tube 12')],
    ['the left arm', systolic, { bodySite: text('Left upper arm structure') }],
    ['sitting', systolic, position('Sitting')],
    ['a non-invasive cuff', systolic, { method: text('Non-invasive automated') }],
    ['a pulse oximeter', saturation, { device: displayed('Pulse oximeter') }],
    ['the laboratory’s analyser', glucose, { device: displayed('Cobas 8000') }],
    ['citrated plasma', inr, specimen('Plasma (citrate)')],
  ])('%s stays on the line', (_, make, fields) => {
    expect(namesWith(make, fields)).toHaveLength(1);
  });

  test('a special fact and the special code make one series', () => {
    const lying = readRecord([
      systolic('a', position('Lying')),
      result('8461-6', 'mm[Hg]')('b', { effectiveDateTime: '2026-01-03T18:30:00Z' }),
    ]);
    expect(lying.series.map(({ rows }) => rows.length)).toEqual([2]);
    const formula = readRecord([
      result('69405-9', 'mL/min/{1.73_m2}')('a', { method: text('CKD-EPI 2009') }),
      result('62238-1', 'mL/min/{1.73_m2}')('b', { effectiveDateTime: '2026-01-03T18:30:00Z' }),
    ]);
    expect(formula.series.map(({ rows }) => rows.length)).toEqual([2]);
  });

  test.each([
    ['urine', potassium, specimen('Urine')],
    ['urine of a day', potassium, contained(text('24 hour urine'))],
    ['liquor', glucose, specimen('Cerebrospinal fluid')],
    ['urine in the words of the code', potassium, named('2823-3', 'Potassium, Urine')],
    ['a joint', glucose, specimen('Synovial fluid, knee')],
    ['urine on a strip at the bedside', glucose, { ...specimen('Urine'), method: text('POCT') }],
  ])('a serum code with %s is a series that says so', (_, make, fields) => {
    const names = namesWith(make, fields);
    expect(names).toHaveLength(2);
    expect(names.filter((name) => name.endsWith('unlike its code'))).toHaveLength(1);
  });

  test('a component has the position that its panel says', () => {
    const panel = (id: string, words: string) =>
      observation({
        id,
        code: { ...loinc('85354-9'), text: words },
        component: [systolic('', {}), result('8462-4', 'mm[Hg]')('', {})],
      });
    const { series } = readRecord([panel('a', 'Blood pressure'), panel('b', 'Blood pressure, standing')]);
    expect(series.map(({ id }) => id)).toEqual(['bp-sys', 'bp-sys~8460-8', 'bp-dia', 'bp-dia~8454-1']);
  });

  test('a withdrawn result leaves its gap in the line that it stood on', () => {
    const arterial = specimen('Arterial blood');
    const at = (day: number) => ({ effectiveDateTime: `2026-01-0${day}T08:00:00Z` });
    const { series } = readRecord([
      potassium('a', { ...arterial, ...at(1) }),
      potassium('b', { ...arterial, ...at(2), status: 'entered-in-error' }),
      potassium('c', { ...arterial, ...at(3) }),
    ]);
    expect(series.map(lineSegments)).toEqual([
      [
        [0, 1],
        [1, 2],
      ],
    ]);
  });
});

describe('codes of one site and words without a code', () => {
  const local = (id: string, words: string, fields: Fields) =>
    observation({
      id,
      code: { coding: [{ system: 'urn:lab', code: 'GLU' }], text: words },
      valueQuantity: ucum(90, 'mg/dL'),
      ...fields,
    });
  const uncoded = (id: string, words: string, fields: Fields) =>
    observation({ id, code: text(words), valueQuantity: ucum(90, 'mg/dL'), ...fields });

  test.each([
    ['urine', specimen('Random urine')],
    ['liquor', specimen('CSF tube 1')],
    ['capillary blood', contained(text('Kapillarblut'))],
    ['a meter', { method: text('POC') }],
    ['a gas analyser', { device: displayed('ABL90 blood gas analyzer') }],
  ])('%s is told apart by what was sent', (_, fields) => {
    for (const make of [local, uncoded]) {
      const { series } = readRecord([make('a', 'Glucose', specimen('Serum')), make('b', 'Glucose', fields)]);
      expect(series).toHaveLength(2);
      expect(new Set(series.map(({ name }) => name)).size).toBe(2);
    }
  });

  test('spelling variants of an ordinary sample are one series', () => {
    const words = ['Serum', 'SERUM', 'Ser/Plas', 'plasma', 'Venous Blood', 'Blood', ''];
    const sent = words.map((display, i) => local(`o${i}`, 'Glucose', display ? specimen(display) : {}));
    expect(readRecord(sent).series).toHaveLength(1);
  });

  test('the same local code with the words of another specimen is another series', () => {
    const sent = [local('a', 'Glucose', {}), local('b', 'Glucose, urine', {}), local('c', 'Glucose CSF', {})];
    expect(readRecord(sent).series).toHaveLength(3);
  });

  test('urea in words never stands on the line of urea nitrogen', () => {
    const bun = result('3094-0', 'mg/dL');
    for (const [words, unit] of [
      ['Urea', 'mg/dL'],
      ['UREA (serum)', 'mmol/L'],
      ['Harnstoff', 'mg/dL'],
    ] as const) {
      const record = readRecord([
        bun('n', {}),
        bun('coded', { ...named('3094-0', words), valueQuantity: ucum(45, 'mg/dL') }),
        observation({ id: 'text', code: text(words), valueQuantity: ucum(45, unit) }),
      ]);
      expect(seriesOf(record, 'bun').rows.map(({ id }) => id)).toEqual(['n']);
      expect(record.series).toHaveLength(3);
    }
    expect(namesWith(bun, named('3094-0', 'Urea nitrogen'))).toHaveLength(1);
    expect(namesWith(bun, named('3094-0', 'BUN (blood urea)'))).toHaveLength(1);
  });
});

test('the spelling, the case and the order in which facts come change no series', () => {
  const spelled = fc.record({
    words: fc.constantFrom(
      'serum',
      'plasma',
      'venous blood',
      'blood',
      'arterial blood',
      'capillary blood',
      'urine',
    ),
    change: fc.constantFrom(
      (words: string) => words,
      (words: string) => words.toUpperCase(),
      (words: string) => `  ${words} specimen `,
      (words: string) => words.replaceAll(' ', '  '),
      (words: string) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}, tube 4`,
    ),
    where: fc.constantFrom('display', 'type', 'coding'),
  });
  const kindOf = (words: string) => (/arterial|capillary|urine/.exec(words) ?? ['ordinary'])[0];
  fc.assert(
    fc.property(fc.array(spelled, { maxLength: 8 }), fc.integer(), (sent, seed) => {
      const resources = sent.map(({ words, change, where }, i) => {
        const name = change(words);
        const facts =
          where === 'display'
            ? specimen(name)
            : contained(where === 'type' ? text(name) : { coding: [{ code: 'x', display: name }] });
        return potassium(`o${i}`, facts);
      });
      const kinds = new Set(sent.map(({ words }) => kindOf(words)));
      const record = readRecord(resources);
      expect(record.series).toHaveLength(kinds.size);
      const turned = resources.toSorted(
        (a, b) => ((JSON.stringify(a).length * seed) % 7) - ((JSON.stringify(b).length * seed) % 7),
      );
      expect(readRecord(turned).series.map(({ id, name, rows }) => [id, name, rows.length])).toEqual(
        record.series.map(({ id, name, rows }) => [id, name, rows.length]),
      );
    }),
    { numRuns: 150 },
  );
});
