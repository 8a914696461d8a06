/** This file says of which form the rules are by which the words of a result move it to a series of its own. */

/** These are the words of one result, each of them '' when none were sent. */
export type MeasurementFacts = {
  readonly specimen: string;
  readonly method: string;
  readonly device: string;
  readonly bodySite: string;
  readonly position: string;
  /** These are the text and the displays of the code, and of the panel that it stands in. */
  readonly codeWords: string;
  /** These are those of the code alone. The name of a panel tells its parts together, and not what one of them is. */
  readonly ownWords: string;
};

/**
 * A kind of measurement has a name, the words that name it, and the LOINC of its own series where the catalog does not name that series
 * by these words. The usual kind of an analyte stands on its line.
 */
export type MeasurementKind = readonly [
  name: string,
  words: RegExp,
  loinc?: string | undefined,
  isUsual?: true,
];

/** Each rule reads some of the facts, and takes the first kind that they name. */
export type MeasurementRule = {
  readonly of: RegExp;
  readonly reads: readonly (keyof MeasurementFacts)[];
  readonly kinds: readonly MeasurementKind[];
  /** The words of a part count before those of its panel, which may name several places. */
  readonly isOwnFirst?: true;
};
