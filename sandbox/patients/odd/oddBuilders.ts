// What all Observations of the odd record share. Each stands for a fixture of the vendors' habits, or for a further
// oddity, and says which: in its id, `fixture-13-mg-dl`, and in a tag with the fixture's number, `13`.
import type { CodeableConcept, Meta, Observation } from 'fhir/r4';
import { category, type Category } from '../resources/codes.ts';
import { DAY_MS, HOUR_MS } from '../resources/localTime.ts';

export const ID = 'odd';
export const FIXTURE = 'https://sandbox-hospital.example/fixture';
export const ODDITY = 'https://sandbox-hospital.example/oddity';

/** Elements by their names in FHIR; what stands in them may be anything, since that is the point. */
type Part = { readonly [element in Exclude<keyof Observation, 'resourceType' | 'id' | 'meta'>]?: unknown } & {
  readonly meta?: Meta;
};
type Parts = Readonly<Record<string, Part>>;

const FIRST_DAY_MS = Date.UTC(2025, 11, 31, 8);
const LAST_UPDATED = '2026-11-20T12:00:00.000Z';

/** The Observations of one fixture, one hour apart on the day of its number unless a part says another time. */
export function fixture(
  number: string,
  kind: Category,
  code: CodeableConcept,
  parts: Parts,
): readonly Observation[] {
  const dayMs = FIRST_DAY_MS + Number.parseInt(number, 10) * DAY_MS;
  return made({
    system: FIXTURE,
    tag: number,
    prefix: `fixture-${number}`,
    startMs: dayMs,
    kind,
    code,
    parts,
  });
}

/** The same for what no fixture names. `day` counts from 1 April 2026. */
export function oddity(
  name: string,
  day: number,
  kind: Category,
  code: CodeableConcept,
  parts: Parts,
): readonly Observation[] {
  const startMs = Date.UTC(2026, 3, day, 8);
  return made({ system: ODDITY, tag: name, prefix: `oddity-${name}`, startMs, kind, code, parts });
}

type Making = {
  readonly system: string;
  readonly tag: string;
  readonly prefix: string;
  readonly startMs: number;
  readonly kind: Category;
  readonly code: CodeableConcept;
  readonly parts: Parts;
};

function made({ system, tag, prefix, startMs, kind, code, parts }: Making): readonly Observation[] {
  return Object.entries(parts)
    .map(([suffix, part], i): object => ({
      resourceType: 'Observation',
      id: `${prefix}-${suffix}`,
      status: 'final',
      category: [category(kind)],
      code,
      subject: { reference: `Patient/${ID}` },
      ...(!tells(part) && { effectiveDateTime: new Date(startMs + i * HOUR_MS).toISOString() }),
      ...part,
      meta: { versionId: '1', lastUpdated: LAST_UPDATED, ...part.meta, tag: [{ system, code: tag }] },
    }))
    .filter(isSentAsObservation);
}

const isSentAsObservation = (resource: object): resource is Observation =>
  'resourceType' in resource && resource.resourceType === 'Observation';

// `effectiveDateTime: undefined` says that there is none.
const tells = (part: Part): boolean => Object.keys(part).some((element) => element.startsWith('effective'));
