/** Rule 35: whatever the server changes between two readings, both say it alike in any order of pages. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainSeries } from './plainRecordFixture.ts';
import { fakeReader, readSession } from '../../testing/fhirReaderFixture.ts';
import { loinc } from '../../testing/codes.ts';
import { recordReading } from '../flowsheet/recordReading.ts';
import type { RecordSnapshot } from '../flowsheet/recordSnapshot.ts';
import { isOlderThanBefore } from '../flowsheet/laterReading.ts';
import { resourceVersionOf } from '../flowsheet/resourceVersion.ts';
import { replaces } from './replacedResultsFixture.ts';

type Form = Readonly<Record<string, unknown>> & { readonly id: string };

const IDS = ['a', 'b', 'c', 'd', 'e'];
const REFERENCES = IDS.map((id) => `Observation/${id}`);

/** Each of these says something else of one result. Most forms of a record have one or two of them. */
const DETAILS: readonly object[] = [
  {},
  { valueQuantity: { value: 7.8, unit: 'mmol/L' } },
  { valueQuantity: { value: 4.2, unit: 'mmol/L', comparator: '<' } },
  { valueQuantity: undefined, valueString: 'hemolyzed' },
  { status: 'corrected' },
  { status: 'preliminary' },
  { status: 'cancelled' },
  { status: 'entered-in-error' },
  { status: 'entered-in-error', subject: undefined },
  { subject: { reference: 'Patient/p2' } },
  { subject: undefined },
  { code: loinc('2951-2') },
  { effectiveDateTime: '2026-01-04' },
  { effectiveDateTime: undefined },
  { interpretation: [{ coding: [{ code: 'HH' }] }] },
  { note: [{ text: 'Specimen hemolyzed' }] },
  { specimen: { reference: 'Specimen/s1' } },
  { specimen: { reference: 'Specimen/s2' } },
  { code: { text: 'Hemolysis index' }, valueQuantity: undefined, valueString: '3+' },
  { hasMember: REFERENCES.slice(0, 2).map((reference) => ({ reference })) },
  ...REFERENCES.map((reference) => replaces(reference)),
  ...REFERENCES.map((reference) => ({ ...replaces(reference), status: 'entered-in-error' })),
];

const versions = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('1', '2', '3').map((versionId) => ({ versionId })) },
  { weight: 2, arbitrary: fc.constant(undefined) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('2026-01-07T08:00:00Z', '2026-01-07T09:00:00Z')
      .map((lastUpdated) => ({ lastUpdated })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('1', '2', 'v'), fc.constantFrom('2026-01-07T08:00:00Z', '2026-01-07T09:00:00Z'))
      .map(([versionId, lastUpdated]) => ({ versionId, lastUpdated })),
  },
);

const formOf = (id: string) =>
  fc
    .tuple(versions, fc.array(fc.constantFrom(...DETAILS), { maxLength: 2 }))
    .map(([meta, details]): Form => ({
      resourceType: 'Observation',
      id,
      meta,
      status: 'final',
      code: loinc('2823-3'),
      subject: { reference: 'Patient/p1' },
      effectiveDateTime: `2026-01-0${IDS.indexOf(id) + 1}T08:00:00Z`,
      valueQuantity: { value: 4 + IDS.indexOf(id) / 10, unit: 'mmol/L' },
      ...(Object.assign({}, ...details) as object),
    }));

/** A state of the server has each result once, or at times in two forms. */
const states = (most: number) =>
  fc
    .tuple(...IDS.map((id) => fc.array(formOf(id), { maxLength: most })))
    .map((forms) => JSON.parse(JSON.stringify(forms.flat())) as Form[]);

/** The second state keeps most of the first one. */
const twoStates = (most: number) =>
  fc
    .tuple(states(most), states(most), fc.subarray(IDS))
    .map(
      ([one, other, changed]) =>
        [
          one,
          IDS.flatMap((id) => (changed.includes(id) ? other : one).filter((form) => form.id === id)),
        ] as const,
    );

const inPages = <T>(all: readonly T[]) =>
  fc
    .tuple(fc.shuffledSubarray([...all], { minLength: all.length }), fc.integer({ min: 1, max: 6 }))
    .map(([shuffled, size]): T[][] =>
      shuffled.length === 0
        ? [[]]
        : Array.from({ length: Math.ceil(shuffled.length / size) }, (_, i) =>
            shuffled.slice(i * size, (i + 1) * size),
          ),
    );

const unaborted = new AbortController().signal;

async function readInTurn(...inTurn: readonly (readonly (readonly object[])[])[]): Promise<RecordSnapshot> {
  let pages = inTurn[0]!;
  const { run, startOver } = recordReading(
    readSession(),
    fakeReader(() => pages),
    { snapshotEveryMs: 0 },
  );
  let record = await run(unaborted, () => {});
  for (const next of inTurn.slice(1)) {
    pages = next;
    startOver();
    // oxlint-disable-next-line no-await-in-loop -- one reading follows the other
    record = await run(unaborted, () => {});
  }
  return record;
}

/** Returns what a reader of the record sees. */
const seen = ({ series, withdrawn, excluded }: RecordSnapshot) => ({
  withdrawn,
  excluded,
  series: series.map(plainSeries),
});
/** From an older copy only the forms that stand are taken, and which of the others were counted is left open. */
const whole = (record: RecordSnapshot) => ({
  ...seen(record),
  ...(record.refresh?.state === 'done' && {
    account: record.account,
    older: record.older?.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }),
});

test('what a refresh says and what stands after it do not depend on the order of pages', async () => {
  const cases = twoStates(2).chain(([one, other]) =>
    fc.tuple(inPages(one), inPages(one), inPages(other), inPages(other)),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ([one, oneElse, other, otherElse]) => {
      const [first, second] = [await readInTurn(one, other), await readInTurn(oneElse, otherElse)];
      expect(second.refresh).toEqual(first.refresh);
      expect(whole(second)).toEqual(whole(first));
    }),
    { numRuns: 150 },
  );
});

test('a record after a refresh is the record that is read anew, and from an older copy it has the newer form of each result', async () => {
  const cases = twoStates(1).chain(([one, other]) =>
    fc.tuple(fc.constant(one), fc.constant(other), inPages(one), inPages(other)),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ([before, after, one, other]) => {
      const refreshed = await readInTurn(one, other);
      const standing =
        refreshed.refresh?.state === 'done'
          ? after
          : IDS.flatMap((id) => {
              const [held, now] = [before, after].map((all) => all.find((form) => form.id === id));
              const isOlder =
                held && now && isOlderThanBefore(resourceVersionOf(now), resourceVersionOf(held));
              return (isOlder ? held : (now ?? held)) ?? [];
            });
      expect(seen(refreshed)).toEqual(seen(await readInTurn([standing])));
    }),
    { numRuns: 150 },
  );
});
