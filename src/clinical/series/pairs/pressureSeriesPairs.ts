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

/**
 * Facts ("leg") and a unit stand behind the code. Their words are the same for both sides, and written with other characters than a code.
 * The units of pressure differ by more than an exact factor, so that each has a pair of its own.
 */
const FACTS = /^((?:~[a-z0-9 ,]+)*)((?:~kPa)?)$/;

/** Returns the pair that a series belongs to, whichever side it is. The sides of a pair have one unit. */
export function pressureSeriesPairOf(seriesId: string): PressureSeriesPair | undefined {
  for (const [systolic, diastolic, name] of PAIRS) {
    const side = [systolic, diastolic].find((one) => seriesId.startsWith(one));
    const [facts, words = ''] = FACTS.exec(seriesId.slice(side?.length)) ?? [];
    if (side === undefined || facts === undefined) continue;
    return words.includes('no unit')
      ? undefined
      : {
          systolic: systolic + facts,
          diastolic: diastolic + facts,
          name: name + words.replaceAll('~', ', '),
        };
  }
  return undefined;
}
