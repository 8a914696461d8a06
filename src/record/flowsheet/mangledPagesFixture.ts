/** Makes pages of Observations, most of them nearly right and some mangled, for tests of what holds for any page. */
import * as fc from 'fast-check';
import { ABSENT } from '../../testing/readRecordFixture.ts';

const LOINC = 'http://loinc.org';
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
/** Returns a value that mostly has the right form and is sometimes any JSON at all. */
const mangled = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });

const concept = fc.record({
  coding: mangled(
    fc.array(
      fc.record({
        system: fc.constantFrom(LOINC, 'http://snomed.info/sct', '', 'urn:x'),
        code: fc.constantFrom(
          '2823-3',
          '8480-6',
          '8462-4',
          '85354-9',
          '8716-3',
          '2345-7',
          '29463-7',
          '75215-3',
          '62238-1',
          'x',
        ),
        display: maybe(fc.string()),
        userSelected: maybe(fc.boolean()),
      }),
      { maxLength: 3 },
    ),
  ),
  text: maybe(fc.constantFrom('Potassium', '', 'potassium', ' x ')),
});
const quantity = fc.record({
  value: mangled(fc.oneof(fc.constantFrom(0, 4.2, 120, -3, 1e300), fc.double())),
  unit: maybe(fc.constantFrom('mmol/L', 'mg/dL', 'kg', 'lb', 'mmHg', 'bananas', '')),
  code: maybe(fc.constantFrom('mmol/L', '[lb_av]', 'mm[Hg]')),
  system: maybe(fc.constant('http://unitsofmeasure.org')),
  comparator: maybe(fc.constantFrom('<', '>=', 'ad')),
  extension: maybe(mangled(fc.constant([{ url: ABSENT, valueCode: 'masked' }]))),
});
const REPLACES = 'http://hl7.org/fhir/StructureDefinition/observation-replaces';
const reference = fc.record({
  reference: fc.constantFrom('a', 'b', 'c', 'd').map((id) => `Observation/${id}`),
});
const date = fc.constantFrom(
  '2026-01-02T03:04:05Z',
  '2026-01-02T03:04:05Z',
  '2025-12-31T23:59:59.5+14:00',
  '2026-01-02',
  '2021',
  '2099-01-01',
  '1969-12-31T23:39:53Z',
  '2026-13-45',
  'x',
);
const measured = {
  code: mangled(concept),
  valueQuantity: maybe(mangled(quantity)),
  valueString: maybe(mangled(fc.constantFrom('4.2 mmol/L', '<0.1 mmol/L', 'hemolyzed', '5.0', '=1+1'))),
  _valueString: maybe(fc.jsonValue({ maxDepth: 3 })),
  dataAbsentReason: maybe(mangled(concept)),
  hasMember: maybe(mangled(fc.array(reference, { maxLength: 2 }))),
  interpretation: maybe(mangled(fc.array(concept, { maxLength: 2 }))),
  referenceRange: maybe(
    mangled(
      fc.array(
        fc.record({
          low: maybe(quantity),
          high: maybe(quantity),
          text: maybe(fc.constantFrom('<5', '3.5-5.1', 'x')),
          appliesTo: maybe(mangled(fc.array(concept, { maxLength: 1 }))),
        }),
        { maxLength: 2 },
      ),
    ),
  ),
};
const observation = fc.record(
  {
    resourceType: fc.oneof(
      { weight: 19, arbitrary: fc.constant('Observation') },
      { weight: 1, arbitrary: fc.constant('Patient') },
    ),
    id: maybe(mangled(fc.constantFrom('a', 'b', 'c', 'd'))),
    meta: maybe(
      mangled(
        fc.record({
          versionId: maybe(fc.constantFrom('1', '2', '10', '010', 'v')),
          lastUpdated: maybe(fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-01T00:00:00.5Z', 'x')),
        }),
      ),
    ),
    status: mangled(fc.constantFrom('final', 'final', 'preliminary', 'entered-in-error ', 'cancelled')),
    subject: mangled(
      fc.record({
        reference: fc.constantFrom('Patient/p1', 'Patient/p1', 'Patient/p1', 'Patient/p2', '#p1'),
      }),
    ),
    effectiveDateTime: maybe(mangled(date)),
    effectivePeriod: maybe(mangled(fc.record({ start: maybe(date), end: maybe(date) }))),
    effectiveTiming: maybe(fc.jsonValue({ maxDepth: 2 })),
    component: maybe(mangled(fc.array(fc.record(measured, { requiredKeys: [] }), { maxLength: 3 }))),
    method: maybe(mangled(concept)),
    extension: maybe(
      mangled(
        fc.array(fc.record({ url: fc.constant(REPLACES), valueReference: reference }), { maxLength: 2 }),
      ),
    ),
    note: maybe(
      mangled(fc.array(fc.record({ text: fc.constantFrom('Specimen hemolyzed', 'No growth', 'x') }))),
    ),
    specimen: maybe(mangled(fc.record({ display: fc.constantFrom('Serum', 'Urine', '') }))),
    modifierExtension: maybe(mangled(fc.constant([{ url: 'x' }]))),
    category: maybe(mangled(fc.array(concept, { maxLength: 2 }))),
    ...measured,
  },
  { requiredKeys: ['resourceType', 'subject', 'status', 'code'] },
);
/** This is an entry as it comes over the wire. */
const entry = fc
  .oneof({ weight: 30, arbitrary: observation }, { weight: 1, arbitrary: fc.jsonValue() })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown);
/** These are pages of one record. */
export const pages = fc.array(fc.array(entry, { maxLength: 6 }), { maxLength: 5 });
