import type { Observation } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../server.ts';
import { APP_ORIGIN, fhirGet, obtainToken } from '../../testSandbox.ts';
import { odd } from './odd.ts';
import { FIXTURE_SYSTEM, ODDITY_SYSTEM } from './oddBuilders.ts';

/** These fixtures are Observations; the others are pages, answers, tokens and Patients. */
const NUMBERS = [...Array.from({ length: 52 }, (_, i) => String(i + 1)), '45b', '67', '69', '71'];

/**
 * An app is sent this, read from the text of the page. Its shapes are not those of an Observation, so it has
 * no such type.
 */
type Sent = Readonly<Record<string, unknown>> & { readonly id: string; readonly meta: Observation['meta'] };

let sandbox: Sandbox;
let text = '';
let sent: readonly Sent[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, appOrigin: APP_ORIGIN, stories: [odd] });
  const { access_token } = await obtainToken(sandbox, { patient: 'odd' });
  const answer = await fhirGet(
    `${sandbox.fhirBase}/Observation?patient=odd&_count=1000&_sort=-date`,
    access_token,
  );
  text = await answer.text();
  const bundle: { entry: readonly { resource: Sent }[] } = JSON.parse(text);
  sent = bundle.entry.map(({ resource }) => resource);
});
afterAll(() => sandbox.close());

const tagged = (system: string) => sent.filter(({ meta }) => meta?.tag?.[0]?.system === system);
const numbersOf = (list: readonly Sent[]) => new Set(list.map(({ meta }) => meta?.tag?.[0]?.code));
const one = (id: string): Sent => {
  const found = sent.find((each) => each.id === id);
  if (!found) throw new Error(`No ${id}.`);
  return found;
};
const all = (prefix: string, element: string): readonly unknown[] =>
  sent.filter(({ id }) => id.startsWith(prefix)).map((each) => each[element]);

describe('everybody finds each of them', () => {
  test('every fixture that is an Observation is sent, and nothing that is no fixture bears a number', () => {
    expect(numbersOf(tagged(FIXTURE_SYSTEM))).toEqual(new Set(NUMBERS));
    expect(tagged(FIXTURE_SYSTEM).length + tagged(ODDITY_SYSTEM).length).toBe(sent.length);
  });

  test('each is named by its fixture or oddity, and no two share an id', () => {
    const misnamed = sent.filter(({ id, meta }) => {
      const { system, code } = meta?.tag?.[0] ?? {};
      return !id.startsWith(`${system === FIXTURE_SYSTEM ? 'fixture' : 'oddity'}-${code}-`);
    });
    expect(misnamed).toEqual([]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length);
    expect(sent.filter(({ id }) => !/^[A-Za-z0-9.-]{1,64}$/.test(id))).toEqual([]);
  });

  test('it is the same each time', () => {
    expect(odd.resources()).toEqual(odd.resources());
  });

  test('no result says that it is another patient’s', () => {
    const subjects = sent.map(({ subject }) => JSON.stringify(subject));
    expect(subjects.filter((each) => /Patient\/(?!odd\b)/.test(each))).toEqual([]);
  });
});

describe('the shapes of the fixtures', () => {
  test('1 to 11: panel codes beside or before the specific one, local codes, pressures in parts', () => {
    const codings = (id: string) => JSON.stringify(one(id)['code']);
    expect(codings('fixture-1-panel-code-first')).toMatch(/8716-3.*8867-4"/);
    expect(codings('fixture-2-pressure-seven-codings').match(/"system"/g)).toHaveLength(7);
    expect(
      JSON.stringify(one('fixture-3-panel-code-in-component')['component']).match(/85354-9/g),
    ).toHaveLength(2);
    expect(JSON.stringify(one('fixture-4-diastolic-absent')['component'])).toContain('"dataAbsentReason"');
    expect(all('fixture-5-', 'effectiveDateTime')).toHaveLength(4);
    expect(one('fixture-6-pressure-as-text')['valueString']).toBe('120/80');
    expect(codings('fixture-7-pulse-two-codes')).toMatch(/69000-8.*8867-4/);
    expect(codings('fixture-8-oral-other-order')).toMatch(/8331-1.*8310-5/);
    expect(codings('fixture-9-no-loinc')).not.toContain('loinc');
    expect(one('fixture-10-breaths-in-minutes')['valueQuantity']).toMatchObject({
      unit: 'minutes',
      value: 15,
    });
    expect(one('fixture-11-potassium-g-dl')['valueQuantity']).toMatchObject({ unit: 'g/dL', value: 0.7 });
  });

  test('12 to 18: no unit, several units of one code, units to convert', () => {
    expect(one('fixture-12-a1c-no-unit')['valueQuantity']).toEqual({ value: 5.1 });
    expect(all('fixture-13-', 'valueQuantity').map((each) => JSON.stringify(each))).toHaveLength(3);
    expect(one('fixture-14-micro-sign')['valueQuantity']).toEqual({ value: 4.61, unit: '10*6/\u00B5L' });
    expect(one('fixture-15-thousands-per-mm3')['valueQuantity']).toMatchObject({ code: 'K/mm3' });
    expect(one('fixture-16-grams')['valueQuantity']).toMatchObject({ value: 85_728.958, code: 'g' });
    expect(one('fixture-17-pounds')['valueQuantity']).toMatchObject({ value: 180, code: '[lb_av]' });
    expect(one('fixture-18-fahrenheit-beside')['valueQuantity']).toHaveProperty('extension');
  });

  test('19 to 26: limits, texts, every kind of value, and none', () => {
    const comparators = all('fixture-19-', 'valueQuantity').map(
      (each) => /"comparator":"(.*?)"/.exec(JSON.stringify(each))?.[1],
    );
    expect(new Set(comparators)).toEqual(new Set([undefined, '<', '<=', '>', '>=', 'ad']));
    expect(one('fixture-20-limit-as-text')['valueString']).toBe('<0.01');
    expect(one('fixture-21-number-and-unit-as-text')['valueString']).toBe('5.00 M/mm3');
    expect(new Set(all('fixture-22-', 'valueString'))).toEqual(new Set(['Blank', 'hemolyzed']));
    expect(all('fixture-23-', 'valueCodeableConcept')).toHaveLength(2);
    const kinds = tagged(FIXTURE_SYSTEM)
      .filter(({ id }) => id.startsWith('fixture-24-'))
      .flatMap((each) => Object.keys(each).filter((element) => element.startsWith('value')));
    expect(new Set(kinds)).toEqual(
      new Set([
        'valueBoolean',
        'valueDateTime',
        'valueInteger',
        'valuePeriod',
        'valueRange',
        'valueRatio',
        'valueSampledData',
        'valueTime',
      ]),
    );
    expect(
      Object.keys(one('fixture-25-no-value-no-reason')).filter((each) => each.startsWith('value')),
    ).toEqual([]);
    expect(JSON.stringify(one('fixture-26-not-applicable')['dataAbsentReason'])).toContain(
      '"not-applicable"',
    );
  });

  test('27 to 35: statuses as they are spelled, hidden values, categories', () => {
    expect(one('fixture-27-entered-in-error')['status']).toBe('entered-in-error');
    expect(new Set(all('fixture-28-', 'status'))).toEqual(new Set(['Entered-In-Error', 'entered-in-error ']));
    expect(one('fixture-29-error-after-final').meta?.versionId).toBe('2');
    expect(new Set(all('fixture-30-', 'status'))).toEqual(new Set(['amended', 'corrected']));
    expect(one('fixture-31-preliminary')['status']).toBe('preliminary');
    expect(one('fixture-32-no-status')).not.toHaveProperty('status');
    expect(all('fixture-32-', 'status')).toEqual(
      expect.arrayContaining(['verified', 'cancelled', 'registered', 'unknown']),
    );
    expect(JSON.stringify(one('fixture-33-masked')['dataAbsentReason'])).toContain('"masked"');
    expect(one('fixture-34-three-categories')['category']).toHaveLength(3);
    expect(JSON.stringify(one('fixture-35-L-7000001')['category'])).not.toContain('coding');
    expect(one('fixture-35-no-category')).not.toHaveProperty('category');
  });

  test('36 to 44: ranges as text, one-sided, several, in another unit; flags of every shape', () => {
    expect(one('fixture-36-text-at-most')['referenceRange']).toEqual([{ text: '<=200' }]);
    expect(JSON.stringify(one('fixture-37-high-only')['referenceRange'])).not.toContain('"low"');
    expect(one('fixture-38-two-sexes')['referenceRange']).toHaveLength(2);
    expect(JSON.stringify(one('fixture-39-range-in-other-unit')['referenceRange'])).toContain('mmol/L');
    expect(new Set(all('fixture-40-', 'referenceRange').map((each) => JSON.stringify(each))).size).toBe(2);
    expect(JSON.stringify(one('fixture-41-abnormal-only')['interpretation'])).toContain('"A"');
    expect(one('fixture-42-none-as-text')['interpretation']).toEqual([{ text: '(NONE)' }]);
    expect(JSON.stringify(one('fixture-43-proprietary-first')['interpretation'])).toMatch(
      /"211".*"L".*"LOW"/,
    );
    const flags = JSON.stringify(all('fixture-44-', 'interpretation'));
    for (const code of ['HH', 'LL', 'AA', 'H']) expect(flags).toContain(`"${code}"`);
  });

  test('45 to 52: dates that cannot be, coarse dates, periods, offsets, doubles, panels, notes', () => {
    expect(one('fixture-45-future-date')['effectiveDateTime']).toBe('2099-07-07T21:12:00.000Z');
    expect(one('fixture-45b-epoch-date')['effectiveDateTime']).toBe('1969-12-31T23:39:53Z');
    expect(all('fixture-46-', 'effectiveDateTime')).toEqual(
      expect.arrayContaining(['2021-03-01', '2021-05', '2020']),
    );
    expect(one('fixture-47-open-end')['effectivePeriod']).toEqual({ start: '2026-02-17T07:00:00Z' });
    const issuedOnly = one('fixture-48-issued-only');
    expect(Object.keys(issuedOnly).filter((each) => each.startsWith('effective'))).toEqual([]);
    expect(issuedOnly).toHaveProperty('issued');
    const offsets = all('fixture-49-', 'effectiveDateTime').map((each) => String(each).slice(19));
    expect(new Set(offsets)).toEqual(new Set(['Z', '-05:00', '-06:00', '+05:30']));
    expect(new Set(all('fixture-50-', 'effectiveDateTime')).size).toBe(1);
    const members = JSON.stringify(one('fixture-51-panel')['hasMember']);
    expect(members).toContain(one('fixture-51-member-glucose').id);
    expect(JSON.stringify(all('fixture-52-', 'note'))).toMatch(/rtf1/);
  });

  test('67 to 71: a second version, subjects in other words, what overrides the meaning', () => {
    expect(one('fixture-67-second-version').meta?.versionId).toBe('2');
    expect(one('fixture-69-subject-absolute')['subject']).toEqual({
      reference: `${sandbox.fhirBase}/Patient/odd`,
    });
    expect(one('fixture-69-subject-versioned')['subject']).toEqual({ reference: 'Patient/odd/_history/3' });
    expect(one('fixture-71-contained')).toHaveProperty('contained');
    expect(one('fixture-71-modifier-extension')).toHaveProperty('modifierExtension');
  });
});

describe('the further oddities', () => {
  test.each(['7.0', '7.00', '7.123456789012345678901', '1e3', '1.10E+3', '9500e-1', '0.50', '-0.0', '1e400'])(
    'the number %s goes over the wire as it is spelled',
    (spelling) => {
      expect(text).toContain(`"value":${spelling},`);
    },
  );

  test('panels that hold each other, and one that holds itself', () => {
    const members = (suffix: string) => JSON.stringify(one(`oddity-member-cycle-${suffix}`)['hasMember']);
    expect(members('first')).toContain('cycle-second"');
    expect(members('second')).toContain('cycle-third"');
    expect(members('third')).toContain('cycle-first"');
    expect(members('itself')).toContain('cycle-itself"');
  });

  test('both letters that look like µ, both named traps, and a component with its own range', () => {
    expect(text).toContain('\u03BCmol/L');
    expect(text).toContain('\u00B5mol/L');
    expect(one('oddity-trap-thousands-per-ml')['valueQuantity']).toMatchObject({ code: '10*3/mL' });
    expect(one('oddity-trap-grams-per-litre-as-text')['valueString']).toBe('15.0 gm/L');
    expect(JSON.stringify(one('oddity-component-own-ranges')['component'])).toContain('"referenceRange"');
  });

  test('an instant, a timing and no time at all; a result that is about a fetus', () => {
    expect(one('oddity-time-instant')).toHaveProperty('effectiveInstant');
    expect(one('oddity-time-timing')).toHaveProperty('effectiveTiming');
    expect(Object.keys(one('oddity-time-none')).filter((each) => each.startsWith('effective'))).toEqual([]);
    expect(one('oddity-focus-fetus')['focus']).toEqual([{ display: 'Fetus' }]);
  });

  test('results of one minute: the same, another value, another unit, another status', () => {
    expect(all('oddity-same-time-', 'valueQuantity')).toHaveLength(7);
    expect(one('oddity-same-time-same')['valueQuantity']).toEqual(
      one('oddity-same-time-one')['valueQuantity'],
    );
  });
});
