import { fhirJson } from '../decimals.ts';
import type { FhirResource, Observation, Quantity } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { IMPOSSIBLE_TIMES } from './laboratories/laboratoriesResults.ts';
import { resourcesOfType, decodedText } from './testRecord.ts';
import { stories } from './stories.ts';

const END_OF_TODAY = Date.parse('2026-11-24T23:59:00-06:00');
const STATUSES = ['final', 'preliminary', 'corrected', 'entered-in-error'];
const CATEGORIES = ['vital-signs', 'laboratory', 'social-history', 'survey'];
const UNITS =
  `% /min 10*3/uL Cel L/min U/L [pH] cm fL g g/dL kg kg/m2 m[IU]/L mL/min/{1.73_m2} mg/L mg/dL mg/g mm[Hg]
  mmol/L ng/mL pg/mL ug/dL {INR} {score} ng/dL [IU]/mL mg ug ug/kg/min mg/kg/h d [lb_av] wk`.split(/\s+/);
const COUNTS: Readonly<Record<string, number>> = {
  kidney: 741,
  icu: 7513,
  child: 147,
  healthy: 4,
  empty: 0,
  deceased: 58,
  chemo: 339,
  pregnancy: 103,
  thyroid: 122,
  laboratories: 89,
  yearofbirth: 14,
  japanese: 15,
  arabic: 15,
  parent: 97,
  preterm: 100,
  home: 947,
  merged: 10,
};

const found = <T>(value: unknown, wanted: (part: object) => T | undefined): readonly T[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = wanted(value);
  const deeper = Object.values(value).flatMap((part) => found(part, wanted));
  return own === undefined ? deeper : [own, ...deeper];
};

const ownerOf = (resource: FhirResource): string | undefined =>
  'subject' in resource && resource.subject && 'reference' in resource.subject
    ? resource.subject.reference
    : 'patient' in resource && resource.patient && 'reference' in resource.patient
      ? resource.patient.reference
      : undefined;

const flagOf = (each: Observation): string | undefined => each.interpretation?.[0]?.coding?.[0]?.code;
const numberOf = (quantity: Quantity | undefined): number => quantity?.value ?? Number.NaN;

// The flag must be "H" or "L" inside the two limits sent, or "N" outside of them.
const contradictsItsRange = (each: Observation): boolean => {
  const range = each.referenceRange?.[0];
  const [value, low, high] = [numberOf(each.valueQuantity), numberOf(range?.low), numberOf(range?.high)];
  return flagOf(each) === 'N'
    ? value < low || value > high
    : flagOf(each) !== undefined && value >= low && value <= high;
};

const passesCheckDigit = (code: string): boolean => {
  const [number = '', digit] = code.split('-');
  const reversed = Array.from(number).toReversed();
  const odd = reversed.filter((_, i) => i % 2 === 0).toReversed();
  const even = reversed.filter((_, i) => i % 2 === 1).toReversed();
  const digits = Array.from(even.join('') + String(Number(odd.join('')) * 2), Number);
  const sum = digits.reduce((total, each) => total + each, 0);
  return (10 - (sum % 10)) % 10 === Number(digit);
};

test('the check digit tells a right LOINC code from a mistyped one', () => {
  expect(passesCheckDigit('2823-3')).toBe(true);
  expect(passesCheckDigit('2832-3')).toBe(false);
});

test('the kidney story comes first and no two patients share an id or a record number', () => {
  const listed = stories.filter(({ isOnDemand }) => !isOnDemand);
  const people = listed.flatMap((story) => story.resources().filter((r) => r.resourceType === 'Patient'));
  expect(stories.map((story) => story.id)).toEqual([
    'kidney',
    'icu',
    'child',
    'healthy',
    'empty',
    'deceased',
    'chemo',
    'pregnancy',
    'thyroid',
    'laboratories',
    'yearofbirth',
    'japanese',
    'arabic',
    'parent',
    'preterm',
    'home',
    'merged',
    'odd',
    'volume',
  ]);
  expect(people.map((each) => each.id)).toEqual(listed.map((story) => story.id));
  expect(new Set(people.map((each) => each.identifier?.[0]?.value)).size).toBe(listed.length);
});

// The odd record is not to be believed and the one on demand is large; both have their own tests.
describe.each(stories.filter(({ id, isOnDemand }) => id !== 'odd' && !isOnDemand))('$id', (story) => {
  const resources = story.resources();
  const observations = resourcesOfType(resources, 'Observation');

  test('holds as many results as promised', () => {
    expect(observations).toHaveLength(COUNTS[story.id] ?? -1);
  });

  test('is the same each time it is told', () => {
    expect(story.resources()).toEqual(resources);
  });

  test('no two resources of a type share an id, and every id is a FHIR id', () => {
    const keys = resources.map((resource) => `${resource.resourceType}/${resource.id}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(resources.filter((resource) => !/^[A-Za-z0-9.-]{1,64}$/.test(resource.id ?? ''))).toEqual([]);
  });

  test('everything is about this patient and names only what exists', () => {
    const held = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
    // A merged record names the record of the same person that replaced it, which is a story of its own.
    const ownElements = resources.map((each) =>
      each.resourceType === 'Patient' ? { ...each, link: [] } : each,
    );
    const references = found(ownElements, (part) =>
      'reference' in part ? String(part.reference) : undefined,
    );
    // A reference such as "#serum" names what is contained in the resource itself.
    expect(references.filter((each) => !each.startsWith('#') && !held.has(each))).toEqual([]);
    // A Medication has no subject.
    const others = resources.filter(({ resourceType }) => !['Patient', 'Medication'].includes(resourceType));
    expect(others.filter((each) => ownerOf(each) !== `Patient/${story.id}`)).toEqual([]);
  });

  test('every id begins with that of the story', () => {
    expect(resources.filter(({ id }) => id !== story.id && !id?.startsWith(`${story.id}-`))).toEqual([]);
  });

  test('every result has a known status and category, a version and a time', () => {
    const odd = observations.filter(
      ({ status, category, meta }) =>
        !STATUSES.includes(status) ||
        !CATEGORIES.includes(category?.[0]?.coding?.[0]?.code ?? '') ||
        meta?.versionId === undefined ||
        meta.lastUpdated === undefined,
    );
    expect(odd).toEqual([]);
  });

  test('every result has exactly one of: a value, components, a reason for having none', () => {
    const odd = observations.filter((each) => {
      const values = [each.valueQuantity, each.valueString, each.valueCodeableConcept, each.dataAbsentReason];
      const count = values.filter((value) => value !== undefined).length;
      return each.component ? count > 1 : count !== 1;
    });
    expect(odd).toEqual([]);
  });

  test('every LOINC code passes its check digit and has a display', () => {
    const codings = found(resources, (part) =>
      'system' in part && part.system === 'http://loinc.org' ? JSON.stringify(part) : undefined,
    );
    const codes = [...new Set(codings)].map((coding): { code: string; display?: string } =>
      JSON.parse(coding),
    );
    expect(codes.filter(({ code, display }) => !passesCheckDigit(code) || !display)).toEqual([]);
  });

  test('every quantity is a number with a unit and a UCUM code of the list', () => {
    const quantities = found(resources, (part) =>
      'value' in part && 'unit' in part ? fhirJson(part) : undefined,
    );
    const odd = [...new Set(quantities)]
      .map((each): Quantity => JSON.parse(each))
      .filter(
        ({ value, unit, system, code }) =>
          !Number.isFinite(value) ||
          !unit ||
          system !== 'http://unitsofmeasure.org' ||
          !UNITS.includes(code ?? ''),
      );
    expect(odd).toEqual([]);
  });

  test('every time can be read and none lies after today but where the story says so', () => {
    const impossible = new Set(IMPOSSIBLE_TIMES.map(({ name }) => `laboratories-${name}`));
    const possible = resources.filter(({ id = '' }) => !impossible.has(id));
    const times = found(possible, (part) =>
      'effectiveDateTime' in part && 'issued' in part
        ? [String(part.effectiveDateTime), String(part.issued)]
        : undefined,
    ).flat();
    const shape = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{3})?(Z|[+-]\d\d:\d\d))?$/;
    expect(times.filter((time) => !shape.test(time) || !(Date.parse(time) <= END_OF_TODAY))).toEqual([]);
  });

  test('nothing but what is ordered or still going on reaches beyond today', () => {
    const ended = found(resources, (part) =>
      'end' in part ? String(part.end) : 'issued' in part ? String(part.issued) : undefined,
    );
    expect(ended.filter((time) => !(Date.parse(time) <= END_OF_TODAY))).toEqual([]);
  });

  test('every report says something: results, a conclusion, or a text that can be read', () => {
    const reports = resourcesOfType(resources, 'DiagnosticReport');
    const silent = reports.filter(({ result, conclusion }) => !result && !conclusion);
    expect(silent).toEqual([]);
    const texts = reports.flatMap(({ presentedForm = [] }) =>
      presentedForm.map(({ data }) => decodedText(data)),
    );
    expect(texts.filter((text) => text.length < 60 || text.includes('\uFFFD'))).toEqual([]);
  });

  test('no result is flagged high or low inside the range it was sent with', () => {
    expect(observations.filter(contradictsItsRange)).toEqual([]);
  });
});
