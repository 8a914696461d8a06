import { afterEach, expect, test } from 'vitest';
import { englishGlossary } from '../../parts/glossary/englishGlossary.ts';
import { spanishGlossary } from '../../parts/glossary/spanishGlossary.ts';
import { loinc } from '../../testing/codes.ts';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { speak, speakEnglish } from '../../words/language.ts';
import { catalogMatches } from '../../clinical/catalog/catalog.ts';
import {
  DRUG_SAMPLE_TIMES,
  EVENTS_BEFORE_SAMPLE,
  EVENTS_BEFORE_HORMONE_SAMPLE,
  MEASUREMENT_RULES,
} from '../../clinical/observation/identity/measurementKinds.ts';
import { LABORATORY_RULES } from '../../clinical/observation/identity/laboratoryKinds.ts';
import { OF_SENSOR, POINT_OF_CARE, SIDES } from '../../clinical/observation/identity/measurementPlaces.ts';
import { OTHER_SUBJECTS } from '../../clinical/observation/identity/otherSubject.ts';
import { SPECIMEN_NAMES } from '../../clinical/observation/identity/specimenKind.ts';
import { kindWords } from './names/kindWords.ts';
import { namesSpanish } from './names/names.es.messages.ts';
import { myResultsSpanish } from './myResults.es.messages.ts';
import { plainNames } from './plainNames.ts';

afterEach(() => speakEnglish());

const seriesOf = (...codes: readonly (readonly [code: string, unit: string])[]) =>
  recordOf(codes.map(([code, unit]) => resultInput(code, 5, unit, '2026-11-12'))).series;
const K = ['2823-3', 'mmol/L'] as const;

test('a test has its everyday name and one line on what it is, in the language of the reader', () => {
  const [k] = seriesOf(K);
  const [english, spanish] = [plainNames(englishGlossary, [k!]), plainNames(spanishGlossary, [k!])];
  expect([english.nameOf(k!), spanish.nameOf(k!)]).toEqual(['Potassium', 'Potasio']);
  expect(english.whatOf(k!)).toMatch(/^A salt/);
  expect(spanish.groupNameOf('Urine')).toBe('Orina');
});

test('two tests that share an everyday name are told apart by what their names in the catalog do not share', () => {
  // This is one analyte, calculated by two equations.
  const all = seriesOf(['98979-8', 'mL/min/{1.73_m2}'], ['62238-1', 'mL/min/{1.73_m2}']);
  const english = all.map(plainNames(englishGlossary, all).nameOf);
  speak('es', 'es-MX', { names: namesSpanish });
  const spanish = all.map(plainNames(spanishGlossary, all).nameOf);
  expect(all.map(({ name }) => name)).toEqual(['eGFR', 'eGFR, CKD-EPI 2009']);
  expect(english).toEqual(['Kidney filter rate (eGFR)', 'Kidney filter rate (eGFR) – CKD-EPI 2009 formula']);
  expect(spanish).toEqual([
    'Filtrado de los riñones (TFGe)',
    'Filtrado de los riñones (TFGe) – fórmula CKD-EPI 2009',
  ]);
});

test('what tells two tests of one name apart is said in the language of the page too', () => {
  const all = seriesOf(['8302-2', 'cm'], ['8306-3', 'cm']);
  expect(all.map(plainNames(englishGlossary, all).nameOf)).toEqual([
    'Height or length',
    'Height or length – lying down',
  ]);
  speak('es', 'es-MX', { myResults: myResultsSpanish, names: namesSpanish });
  expect(all.map(plainNames(spanishGlossary, all).nameOf)).toEqual([
    'Estatura o longitud',
    'Estatura o longitud – en posición acostada',
  ]);
});

test('each kind that the catalog or the reading adds to a name has everyday words, or is a name of its own', () => {
  // These are the same in both languages, or a term of the laboratory.
  const NAMES = /^(?:cystatin C|Ig[ADM]|apixaban|rivaroxaban|total|specimen (?:saliva|semen))$/;
  const kinds = [
    ...[...catalogMatches()].flatMap(({ target }) => target.variant.split(', ')),
    // The usual kind of an analyte adds nothing to its name.
    ...[...MEASUREMENT_RULES, ...LABORATORY_RULES].flatMap(({ kinds: all }) =>
      all.filter(([, , , isUsual]) => isUsual !== true).map(([kind]) => kind),
    ),
    ...[
      ...DRUG_SAMPLE_TIMES,
      ...POINT_OF_CARE,
      OF_SENSOR,
      ...EVENTS_BEFORE_SAMPLE,
      ...EVENTS_BEFORE_HORMONE_SAMPLE,
      ...SIDES,
    ].map(([kind]) => kind),
    ...SPECIMEN_NAMES.map((kind) => `specimen ${kind}`),
  ].filter((kind) => kind !== '' && !NAMES.test(kind));
  speak('es', 'es-MX', { names: namesSpanish });
  expect(kinds.length).toBeGreaterThan(60);
  expect([
    ...new Set(kinds.filter((kind) => [kind, kind.replace('specimen ', '')].includes(kindWords(kind)))),
  ]).toEqual([]);
});

test.each(OTHER_SUBJECTS.map((being) => [being]))(
  'whom a result is about stands in its name in the language of the page, even where it is the only one: %s',
  (being) => {
    const [only] = recordOf([
      { ...resultInput('2823-3', 4.2, 'mmol/L', '2026-11-12'), specimen: { display: `${being} blood` } },
    ]).series;
    expect(only?.name).toContain(being);
    const english = plainNames(englishGlossary, [only!]).nameOf(only!);
    expect(english).toMatch(/^Potassium(?:, whole blood)? – \p{L}/u);
    speak('es', 'es-MX', { myResults: myResultsSpanish, names: namesSpanish });
    const spanish = plainNames(spanishGlossary, [only!]).nameOf(only!);
    expect(spanish).toMatch(/^Potasio(?: en sangre entera)? – \p{L}/u);
    expect(spanish.split(' – ')[1]).not.toBe(english.split(' – ')[1]);
  },
);

test('a result that does not fit its code is never called as if it did', () => {
  const [only] = recordOf([
    { ...resultInput('2823-3', 40, 'mmol/L', '2026-11-12'), specimen: { display: 'Urine' } },
  ]).series;
  expect(plainNames(englishGlossary, [only!]).nameOf(only!)).toBe(
    'Potassium – urine, does not fit the code of the test',
  );
});

test.each([
  ['13457-7', 'mg/dL', 'LDL target', 'LDL cholesterol – a goal, not measured'],
  ['29463-7', 'kg', 'Target weight', 'Weight – a goal, not measured'],
  ['8867-4', '/min', 'HR alarm high', 'Heart rate – when an alarm sounds, not measured'],
  ['8310-5', 'Cel', 'Incubator set temperature', 'Body temperature – set on a machine, not measured'],
  ['8302-2', 'cm', 'Height (patient reported)', 'Height or length – told by the person'],
  ['8302-2', 'cm', 'Estimated height', 'Height or length – an estimate'],
  ['2345-7', 'mg/dL', 'Glucose 30 min', 'Blood sugar (glucose) – after a sweet drink'],
  [
    '2345-7',
    'mg/dL',
    'Glucose 1 hour post 75 g glucose',
    'Blood sugar (glucose) – 1 hour after a sweet drink',
  ],
  ['2143-6', 'ug/dL', 'Cortisol after dexamethasone', 'Cortisol – after a dose of a steroid'],
  ['3968-5', 'ug/mL', 'Phenytoin peak', 'Phenytoin level – at its highest'],
  // The everyday name of a test of its own says it already.
  ['4090-7', 'ug/mL', 'Vancomycin peak', 'Vancomycin after a dose (peak)'],
  ['29463-7', 'kg', 'Body weight', 'Weight'],
])(
  'what is no ordinary measurement says so where it stands alone: %s in %s, "%s"',
  (code, unit, text, name) => {
    const sent = resultInput(code, 50, unit, '2026-11-12');
    const { series } = recordOf([{ ...sent, code: { ...loinc(code), text } }]);
    expect(series.map(plainNames(englishGlossary, series).nameOf)).toEqual([name]);
  },
);

test('no everyday name is followed by a part of itself, whichever two variants stand beside each other', () => {
  const equations = ['98979-8', '62238-1', '33914-3', '48642-3', '88293-6', '98980-6', '77147-7'];
  const all = seriesOf(...equations.map((code) => [code, 'mL/min/{1.73_m2}'] as const));
  for (const one of all)
    for (const other of all) {
      if (one === other) continue;
      const { nameOf } = plainNames(englishGlossary, [one, other]);
      expect(nameOf(one)).not.toBe(nameOf(other));
      expect(nameOf(one)).not.toMatch(/ – eGFR/);
    }
});

test('what the reading adds to a name is said in the language of the page, and what was sent stays', () => {
  const all = seriesOf(['2823-3', 'mmol/L'], ['2823-3', 'g/dL'], ['2823-3', '']);
  speak('es', 'es-MX', { myResults: myResultsSpanish });
  expect(all.map(plainNames(spanishGlossary, all).nameOf)).toEqual([
    'Potasio',
    'Potasio – en g/dL',
    'Potasio – se envió sin unidad',
  ]);
  const [unnamed] = recordOf([{ ...resultInput('x', 1, 'U', '2026-11-12'), code: {} }]).series;
  expect(plainNames(spanishGlossary, [unnamed!]).nameOf(unnamed!)).toBe('Un resultado sin nombre');
});

test('without a glossary, and for a test that it does not know, the name of the record stands and nothing is explained', () => {
  const [k] = seriesOf(K);
  expect([plainNames(undefined, [k!]).nameOf(k!), plainNames(undefined, [k!]).whatOf(k!)]).toEqual([
    'Potassium',
    '',
  ]);
  const [own] = recordOf([
    { ...resultInput('x', 1, 'U', '2026-11-12'), code: { text: 'A test of our own' } },
  ]).series;
  const { nameOf, whatOf, groupNameOf } = plainNames(englishGlossary, [own!]);
  expect([nameOf(own!), whatOf(own!), groupNameOf('constructor')]).toEqual([
    'A test of our own',
    '',
    'constructor',
  ]);
});
