import { expect, test } from 'vitest';
import type { Site } from '../../smart/site/site.ts';
import { vendorOf } from '../vendors.ts';
import { searchPlanFor, type PlannedSearch } from './searchPlan.ts';

const WHOLE = 'launch patient/Patient.r patient/Observation.rs';

const planOf = (vendor: Site['vendor'], patientId = 'p1', scope = WHOLE, requestedScope = scope) =>
  searchPlanFor(vendorOf({ vendor }), { patientId, scope, requestedScope });
const namesOf = (searches: readonly PlannedSearch[]) => searches.map(({ name }) => name);

test('vital signs and laboratory are asked first; a generic server also once without category', () => {
  const names = namesOf(planOf('generic').searches);
  expect(names.slice(0, 2)).toEqual(['vital-signs', 'laboratory']);
  expect(names.at(-1)).toBe('all');
});

test('what a server refuses is spelled another way: without order, without size, with the bare category', () => {
  const [first] = planOf('generic', 'p 1').searches;
  const filter =
    'patient=p%201&category=http%3A%2F%2Fterminology.hl7.org%2FCodeSystem%2Fobservation-category%7Cvital-signs';
  expect(first?.queryVariants).toEqual([
    `${filter}&_count=1000&_sort=-date`,
    `${filter}&_count=1000`,
    filter,
    'patient=p%201&category=vital-signs',
  ]);
  expect(planOf('generic').searches.at(-1)?.queryVariants.at(-1)).toBe('patient=p1');
});

test('Epic gets no search without a category and no order; what it documents comes first and must be answered', () => {
  const { searches } = planOf('epic');
  const needed = searches.filter(({ isOptional }) => isOptional !== true);
  expect(namesOf(needed)).toEqual(['vital-signs', 'laboratory', 'social-history']);
  expect(searches.slice(0, 3)).toEqual(needed);
  expect(searches.flatMap(({ queryVariants }) => queryVariants).some((one) => one.includes('_sort'))).toBe(
    false,
  );
});

test.each(['epic', 'oracle', 'meditech'] as const)('%s is never asked to sort', (vendor) => {
  const queryVariants = planOf(vendor).searches.flatMap((search) => search.queryVariants);
  expect(queryVariants.some((one) => one.includes('_sort'))).toBe(false);
});

test('the largest page that each is known to give is asked for', () => {
  const size = (vendor: Site['vendor']) =>
    new URLSearchParams(planOf(vendor).searches[0]?.queryVariants.at(-3)).get('_count');
  expect((['generic', 'epic', 'oracle', 'meditech'] as const).map(size)).toEqual([
    '1000',
    '1000',
    '200',
    '1000',
  ]);
});

test('where a category is required, there is no search without one (decision 17)', () => {
  for (const vendor of ['epic', 'meditech'] as const)
    for (const { name, queryVariants } of planOf(vendor).searches) {
      expect(name).not.toBe('all');
      expect(queryVariants.every((one) => one.includes('category='))).toBe(true);
    }
  expect(planOf('oracle').searches.at(-1)?.name).toBe('all');
});

const US_CORE = 'http://hl7.org/fhir/us/core/CodeSystem';

test.each([
  ['sdoh', `${US_CORE}/us-core-category`],
  ['functional-status', `${US_CORE}/us-core-category`],
  ['disability-status', `${US_CORE}/us-core-category`],
  ['cognitive-status', `${US_CORE}/us-core-category`],
  ['treatment-intervention-preference', `${US_CORE}/us-core-category`],
  ['care-experience-preference', `${US_CORE}/us-core-category`],
  ['observation-adi-documentation', `${US_CORE}/us-core-category`],
  ['clinical-test', `${US_CORE}/us-core-observation-category`],
  ['survey', 'http://terminology.hl7.org/CodeSystem/observation-category'],
  ['exam', 'http://terminology.hl7.org/CodeSystem/observation-category'],
])(
  'a server that needs a category is asked for %s in its own system, in two tries at most',
  (code, system) => {
    for (const vendor of ['epic', 'meditech'] as const) {
      const search = planOf(vendor).searches.find(({ name }) => name === code);
      expect(search?.isOptional).toBe(true);
      const categories = search?.queryVariants.map((one) => new URLSearchParams(one).get('category'));
      expect(categories).toEqual([`${system}|${code}`, code]);
    }
  },
);

test.each(['core-characteristics', 'functional-mental-status', 'smartdata', 'lda'])(
  'an Epic-like server is asked for %s by its code alone, and no other server is',
  (code) => {
    const search = planOf('epic').searches.find(({ name }) => name === code);
    expect(search?.queryVariants.map((one) => new URLSearchParams(one).get('category'))).toEqual([
      code,
      code,
    ]);
    expect(namesOf(planOf('meditech').searches)).not.toContain(code);
  },
);

test('a server that may answer without a category is asked for further ones only after it has refused', () => {
  for (const vendor of ['generic', 'oracle'] as const) {
    const { searches, ifAllFails, ifAllIsRefused } = planOf(vendor);
    expect(searches.length + ifAllFails.length).toBe(10);
    expect(namesOf(ifAllIsRefused)).toContain('sdoh');
    expect(ifAllIsRefused.every(({ isOptional }) => isOptional)).toBe(true);
  }
  expect(planOf('epic').ifAllIsRefused).toEqual([]);
});

test('a generic server is asked for the first three categories and for everything, and for no other category', () => {
  expect(namesOf(planOf('generic').searches)).toEqual(['vital-signs', 'laboratory', 'social-history', 'all']);
  expect(namesOf(planOf('generic').ifAllFails)).toEqual([
    'survey',
    'exam',
    'procedure',
    'therapy',
    'activity',
    'imaging',
  ]);
});

test('no category is asked for twice', () => {
  for (const vendor of ['generic', 'epic', 'oracle', 'meditech'] as const) {
    const { searches, ifAllFails, ifAllIsRefused } = planOf(vendor);
    const names = namesOf([...searches, ...ifAllFails, ...ifAllIsRefused]);
    expect(new Set(names).size).toBe(names.length);
  }
});

const granular = (...categories: string[]) =>
  ['launch', 'patient/Patient.r', ...categories.map((one) => `patient/Observation.rs?category=${one}`)].join(
    ' ',
  );
const LAB = 'http://terminology.hl7.org/CodeSystem/observation-category|laboratory';
const VITALS = 'http://terminology.hl7.org/CodeSystem/observation-category|vital-signs';

test.each([
  ['one category', granular(LAB), WHOLE, ['laboratory']],
  ['two scopes, in the order of reading', granular(LAB, VITALS), WHOLE, ['vital-signs', 'laboratory']],
  ['two categories in one scope', granular(`survey,${VITALS}`), WHOLE, ['vital-signs', 'survey']],
  ['an encoded one', granular(encodeURIComponent(`${US_CORE}/us-core-category|sdoh`)), WHOLE, ['sdoh']],
  ['the part that the site asked for of a wider grant', WHOLE, granular(LAB), ['laboratory']],
  ['what was asked for of more parts', granular(LAB, VITALS, 'survey'), granular(LAB), ['laboratory']],
  ['what was granted in place of what was asked for', granular('survey'), granular(LAB), ['survey']],
  ['another query', 'patient/Observation.rs?code=http://loinc.org|2823-3', WHOLE, ['other 1']],
  ['a category whose name is no word', granular('x%20y%0A<b>'), WHOLE, ['other 1']],
])('a granular grant is all that is searched: %s', (_, scope, requested, names) => {
  for (const vendor of ['generic', 'epic', 'oracle', 'meditech'] as const)
    expect(namesOf(planOf(vendor, 'p1', scope, requested).searches)).toEqual(names);
});

test('a granted query is asked as it was granted, for this patient', () => {
  const scope = 'patient/Observation.rs?category=survey&date=ge2020';
  const [only] = planOf('epic', 'p1', scope, WHOLE).searches;
  expect(only?.queryVariants).toEqual([
    'patient=p1&category=survey&date=ge2020&_count=1000',
    'patient=p1&category=survey&date=ge2020',
  ]);
});

test('a whole grant beside a granular one is a whole grant', () => {
  expect(namesOf(planOf('generic', 'p1', `${granular(LAB)} ${WHOLE}`).searches)).toContain('all');
  expect(namesOf(planOf('generic', 'p1', `${granular(LAB)} patient/*.read`).searches)).toContain('all');
});
