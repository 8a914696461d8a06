import { describe, expect, test } from 'vitest';
import { resultInput } from '../../testing/recordFixture.ts';
import { createFlowsheet } from './flowsheet.ts';

const MANY = 10_000;
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** Counts every field that is read of a resource, however deep. */
function counted(resource: object): { readonly resource: object; readonly reads: () => number } {
  let reads = 0;
  const proxies = new WeakMap<object, object>();
  const wrap = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const proxy =
      proxies.get(value) ??
      new Proxy(value, {
        get(target, name) {
          reads += 1;
          return wrap(Reflect.get(target, name));
        },
      });
    proxies.set(value, proxy);
    return proxy;
  };
  return { resource: wrap(resource) as object, reads: () => reads };
}

/** Reads resources into a new record. */
function readAll(resources: readonly object[]) {
  const sheet = createFlowsheet({
    patientId: 'p1',
    fhirBase: 'https://fhir.general.example/r4',
    nowMs: () => Date.parse('2026-11-24T20:05:00Z'),
    hidePreliminary: false,
  });
  sheet.take(resources);
  return sheet.snapshot();
}

const AT = '2026-11-20T08:00:00Z';
const potassium = (more: Record<string, unknown>) => resultInput('2823-3', 4.2, 'mmol/L', AT, more);

/** This is a result with this many of one thing. */
const WITH_MANY: Readonly<Record<string, (count: number) => object>> = {
  components: (count) =>
    potassium({
      component: times(count, (i) => ({
        code: { text: `Part ${i}` },
        valueQuantity: { value: i, unit: 'mg' },
      })),
    }),
  'codings of its code': (count) =>
    potassium({
      code: {
        coding: times(count, (i) => ({
          system: 'http://loinc.org',
          code: ['2823-3', '2951-2', '718-7'][i % 3],
        })),
      },
    }),
  'notes on its specimen': (count) =>
    potassium({ note: times(count, (i) => ({ text: `hemolyzed, clotted, ${i}` })) }),
  'reference ranges': (count) =>
    potassium({
      referenceRange: times(count, (i) => ({ text: `${i} - ${i + 1}`, appliesTo: [{ text: `group ${i}` }] })),
    }),
  flags: (count) => potassium({ interpretation: times(count, (i) => ({ text: `flag ${i}` })) }),
  'conditions of its specimen': (count) =>
    potassium({
      specimen: { reference: '#s' },
      contained: [
        {
          id: 's',
          condition: times(count, (i) => ({
            text: `state ${String.fromCharCode(97 + (i % 26))}${'x'.repeat(i % 30)}`,
          })),
        },
      ],
    }),
  'times of a timing': (count) =>
    potassium({ effectiveDateTime: undefined, effectiveTiming: { event: times(count, () => AT) } }),
  extensions: (count) =>
    potassium({ extension: times(count, (i) => ({ url: `urn:body-site-${i}`, valueString: `place ${i}` })) }),
};

describe.each(Object.entries(WITH_MANY))('a result with ten thousand %s', (_, make) => {
  test('is read in steps that grow with their number alone', () => {
    const stepsOf = (count: number): number => {
      const { resource, reads } = counted(make(count));
      readAll([resource]);
      return reads();
    };
    expect(stepsOf(4000)).toBeLessThan(4.5 * stepsOf(1000));
  });

  test('is one result in the account', () => {
    const { account } = readAll([make(MANY)]);
    expect(account.received).toBe(1);
    expect(account.drawn + account.listed).toBe(1);
  });
});

test('ten thousand components are ten thousand rows, and those beyond twenty thousand are named', () => {
  const rowsIn = (count: number): string[] =>
    readAll([
      potassium({
        valueQuantity: undefined,
        component: times(count, () => ({ code: { text: 'Part' }, valueString: 'x' })),
      }),
    ]).series.flatMap(({ listed }) => times(listed.length, (i) => listed.at(i)?.valueText ?? ''));
  expect(rowsIn(MANY)).toHaveLength(MANY);
  const many = rowsIn(20_007);
  expect(many).toHaveLength(20_001);
  expect(many).toContain('Not loaded: 7 more parts of this result');
});

test.each(['extension', 'contained', 'hasMember'])(
  'a result with %s nested ten thousand deep is read, with an id and without one',
  (name) => {
    const nested: unknown = JSON.parse(`{"${name}":[`.repeat(MANY) + ']}'.repeat(MANY));
    const withId = potassium({ [name]: [nested] });
    const { account } = readAll([withId, { ...withId, id: undefined }, { ...withId, id: undefined }]);
    // A resource that is nested so deep cannot be compared with another one, so that each of them counts.
    expect(account).toMatchObject({ received: 3, drawn: 3 });
  },
);

test('a value that is nested ten thousand deep is listed', () => {
  const nested: unknown = JSON.parse('['.repeat(MANY) + ']'.repeat(MANY));
  for (const value of [{ valueQuantity: { value: nested } }, { valueQuantity: undefined, valueX: nested }])
    expect(readAll([potassium(value)]).account).toMatchObject({ received: 1, listed: 1 });
});

test('panels that are members of each other are read once each', () => {
  const panel = (id: string, member: string) => ({
    ...potassium({ valueQuantity: undefined, hasMember: [{ reference: `Observation/${member}` }] }),
    id,
  });
  expect(readAll([panel('a', 'b'), panel('b', 'a'), panel('c', 'c')]).account).toMatchObject({
    received: 3,
    listed: 3,
  });
});

test('ten thousand distinct series are ten thousand series', () => {
  const { series, account } = readAll(
    times(MANY, (i) =>
      potassium({ code: { coding: [{ system: 'urn:x', code: `c${i}` }], text: `Test ${i}` } }),
    ),
  );
  expect([series.length, account.drawn]).toEqual([MANY, MANY]);
});
