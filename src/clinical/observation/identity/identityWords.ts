/* oxlint-disable longview/texts-in-catalogs -- the words of a kind are a part of the id of its series */
import { OTHER_SUBJECTS } from './otherSubject.ts';
import { LABORATORY_RULES } from './laboratoryKinds.ts';
import { DRUG_SAMPLE_TIMES, MEASUREMENT_RULES } from './measurementKinds.ts';
import { OF_SENSOR, POINT_OF_CARE, SIDES } from './measurementPlaces.ts';
import { SPECIMEN_NAMES } from './specimenKind.ts';

/** These words are all that `withIdentity` puts behind the id of a series. */
let known: ReadonlySet<string> | undefined;
const knownWords = (): ReadonlySet<string> =>
  (known ??= new Set([
    'unlike its code',
    ...OTHER_SUBJECTS,
    ...SPECIMEN_NAMES,
    ...SPECIMEN_NAMES.map((name) => `specimen ${name}`),
    ...[
      ...[...MEASUREMENT_RULES, ...LABORATORY_RULES].flatMap(({ kinds }) => kinds),
      ...DRUG_SAMPLE_TIMES,
      ...POINT_OF_CARE,
      ...SIDES,
      OF_SENSOR,
    ].map(([name]) => name),
  ]));

const TUBE = /^tube \d$/;

/** Returns whether the words behind the id of a series are of our own lists ("arterial blood", "leg, average"). */
export const isIdentityWords = (words: string): boolean =>
  words.split(', ').every((word) => knownWords().has(word) || TUBE.test(word));
