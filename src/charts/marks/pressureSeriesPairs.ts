/* oxlint-disable longview/texts-in-catalogs -- names of analytes, and parts of ids */
/**
 * Each entry names the two series of one blood pressure (rule 7). They are matched by code, because series
 * with other names and specimens never pair.
 */
const PAIRS: readonly (readonly [systolic: string, diastolic: string, name: string])[] = [
  ['bp-sys', 'bp-dia', 'Blood pressure'],
  ['bp-sys~8461-6', 'bp-dia~8455-8', 'Blood pressure, supine'],
  ['bp-sys~8460-8', 'bp-dia~8454-1', 'Blood pressure, standing'],
  ['bp-sys~96608-5', 'bp-dia~96609-3', 'Blood pressure, average'],
  ['sbp-24h', 'dbp-24h', 'Blood pressure, 24 h mean'],
  ['http://loinc.org|76215-3', 'http://loinc.org|76213-8', 'Arterial pressure'],
];

export type PressureSeriesPair = {
  readonly systolic: string;
  readonly diastolic: string;
  readonly name: string;
};

/** Returns the pair that a series belongs to, whichever side it is. */
export function pressureSeriesPairOf(seriesId: string): PressureSeriesPair | undefined {
  const pair = PAIRS.find(([systolic, diastolic]) => seriesId === systolic || seriesId === diastolic);
  if (pair !== undefined) return { systolic: pair[0], diastolic: pair[1], name: pair[2] };
  // The words of a fact ("leg") are the same for both sides. A unit or a code is written with other characters.
  const [, words] = /^bp-(?:sys|dia)~([a-z0-9 ,]+)$/.exec(seriesId) ?? [];
  return words === undefined || words === 'no unit'
    ? undefined
    : { systolic: `bp-sys~${words}`, diastolic: `bp-dia~${words}`, name: `Blood pressure, ${words}` };
}
