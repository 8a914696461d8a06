/**
 * This file reads FHIR Observations for tests in a few lines of its own, without any code of the app, so that both can be compared.
 * It knows what the tests send: tests of one unit, moments and days, and blood pressures as panels.
 */
type Quantity = { readonly value: number; readonly unit: string; readonly comparator?: string };
type Part = {
  readonly code: { readonly coding: readonly { readonly code: string }[] };
  readonly valueQuantity?: Quantity;
  readonly valueString?: string;
  readonly interpretation?: readonly { readonly coding: readonly { readonly code: string }[] }[];
};
export type SentObservation = Part & {
  readonly id: string;
  readonly status: string;
  readonly effectiveDateTime: string;
  readonly component?: readonly Part[];
  readonly extension?: readonly { readonly valueReference: { readonly reference: string } }[];
};

/** This is one result as it was sent. */
export type SentFacts = {
  readonly id: string;
  readonly code: string;
  readonly status: string;
  readonly at: string;
  /** Reads like "4.1", "<0.5", "134/72", "134/–" or "hemolyzed"; '' of a cancelled one. */
  readonly value: string;
  readonly unit: string;
  readonly isNumber: boolean;
  /** This is the most severe flag; '' without one that names an abnormal result, and of a cancelled one. */
  readonly flag: string;
  /** These are the flags of the result and of each of its parts, '' where one has none. */
  readonly flags: readonly string[];
  /** Reads like "20 Nov 2026" in the zone of the screen. */
  readonly day: string;
};

const ZONE = 'America/Chicago';
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const HOUR_MS = 3_600_000;

const isDayAlone = (at: string): boolean => at.length === 10;

/** Returns the day of a time as it was sent, in the zone of the screen: "20 Nov 2026". */
export function sentDay(at: string): string {
  const local = isDayAlone(at) ? at : new Date(at).toLocaleDateString('sv-SE', { timeZone: ZONE });
  const [year, month, day] = local.split('-').map(Number);
  return `${day} ${MONTHS[month! - 1]} ${year}`;
}

const FLAGS = ['', 'L', 'H', 'LL', 'HH'];
const flagOf = ({ interpretation }: Part): string => {
  const code = interpretation?.[0]?.coding[0]?.code ?? '';
  return FLAGS.includes(code) ? code : '';
};

const numberOf = (quantity: Quantity | undefined): string =>
  quantity ? `${quantity.comparator ?? ''}${quantity.value}` : '–';

/** A result names others in a chain, which are all replaced by its newest one. In a circle nobody knows which that is. */
const replacedBy = (one: SentObservation, all: readonly SentObservation[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const follow = ({ extension = [] }: SentObservation): void => {
    for (const { valueReference } of extension) {
      const id = valueReference.reference.replace('Observation/', '');
      if (found.has(id)) continue;
      found.add(id);
      for (const next of all) if (next.id === id) follow(next);
    }
  };
  follow(one);
  return found;
};

/** Returns the ids of the results that another one replaces, which was not withdrawn. */
export function replacedIdsOf(all: readonly SentObservation[]): ReadonlySet<string> {
  return new Set(
    all.flatMap((one) => {
      const found = replacedBy(one, all);
      return one.status === 'entered-in-error' || found.has(one.id) ? [] : [...found];
    }),
  );
}

export function sentFactsOf(sent: SentObservation): SentFacts {
  const { id, status, effectiveDateTime: at, component = [], valueQuantity, valueString = '' } = sent;
  const isPanel = component.length > 0;
  const flags = [sent, ...component].map((part) => (status === 'cancelled' ? '' : flagOf(part)));
  const sideOf = (code: string): string =>
    numberOf(component.find((part) => part.code.coding[0]?.code === code)?.valueQuantity);
  const number = isPanel ? `${sideOf('8480-6')}/${sideOf('8462-4')}` : numberOf(valueQuantity);
  const isNumber = (isPanel || valueQuantity !== undefined) && status !== 'cancelled';
  return {
    id,
    code: sent.code.coding[0]!.code,
    status,
    at,
    value: status === 'cancelled' ? '' : isNumber ? number : valueString,
    unit: isPanel ? 'mmHg' : (valueQuantity?.unit ?? ''),
    isNumber,
    flag: flags.toSorted((a, b) => FLAGS.indexOf(b) - FLAGS.indexOf(a))[0]!,
    flags,
    day: sentDay(at),
  };
}

/** Returns whether one was certainly measured before another: a day may be that of any zone, from UTC−12 to UTC+14. */
export function isSentBefore({ at: a }: SentFacts, { at: b }: SentFacts): boolean {
  if (isDayAlone(a) && isDayAlone(b)) return a < b;
  if (isDayAlone(a)) return Date.parse(a) + (24 + 12) * HOUR_MS <= Date.parse(b);
  if (isDayAlone(b)) return Date.parse(a) < Date.parse(b) - 14 * HOUR_MS;
  return Date.parse(a) < Date.parse(b);
}

/** Returns the results that none of the others certainly came after. */
export const newestSent = (all: readonly SentFacts[]): readonly SentFacts[] =>
  all.filter((one) => !all.some((other) => isSentBefore(one, other)));

/** Two flags are opposite when one of them says high and the other low. */
const areOpposite = (a: string, b: string): boolean => a !== '' && b !== '' && a[0] !== b[0];

/** Counts results once that have one time and one number, whatever else was sent with them but flags that are opposite. */
export function countOf(all: readonly SentFacts[]): number {
  const counted: SentFacts[] = [];
  const momentOf = (at: string): string | number => (isDayAlone(at) ? at : Date.parse(at));
  for (const one of all.toSorted((a, b) => FLAGS.indexOf(b.flag) - FLAGS.indexOf(a.flag))) {
    const isAgain = counted.some(
      ({ at, value, flags }) =>
        momentOf(at) === momentOf(one.at) &&
        value === one.value &&
        !flags.some((flag, i) => areOpposite(flag, one.flags[i] ?? '')),
    );
    if (!isAgain) counted.push(one);
  }
  return counted.length;
}
