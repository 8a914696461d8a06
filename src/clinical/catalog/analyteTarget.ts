/** The value in the unit of the target is value · factor + offset. */
export type UnitConversion = {
  readonly factor: number;
  readonly offset: number;
  /**
   * True for an exact factor inside one dimension, which is applied and marked (rule 16). A unit that needs another
   * factor (mass to molar) is not converted unasked: its results are a series of their own.
   */
  readonly isExact: boolean;
};

/** Both ends are included. */
export type Bounds = readonly [low: number, high: number];

/**
 * Wide bounds that refuse only what is impossible and never flag (rule 17). With `orZero`, 0 is possible although it
 * lies below them.
 */
export type PlausibleBounds = readonly [low: number, high: number, orZero?: boolean];

/**
 * What a code of the catalog is mapped to: an analyte, or one variant of it, in the unit that the catalog gives it.
 */
export type AnalyteTarget = {
  /** The series id without a suffix for another unit: `k`, `egfr~62238-1`. */
  readonly id: string;
  readonly analyte: Analyte;
  /** The words that tell a variant from the analyte itself ("CKD-EPI 2009"); '' for the analyte itself. */
  readonly variant: string;
  /** The UCUM unit; '' when the catalog gives none (dipstick results). */
  readonly unit: string;
  /** The other UCUM units that fit, each with its conversion into `unit`. */
  readonly conversions: ReadonlyMap<string, UnitConversion>;
  /** The bounds are in `unit`. */
  readonly plausibleBounds: PlausibleBounds | undefined;
};

/** What is known of an analyte, or of a code that has a place on the screen without being in the catalog. */
export type Analyte = {
  readonly id: string;
  readonly name: string;
  /** The name of the catalog when `name` is another one; else ''. */
  readonly longName: string;
  readonly shortName: string;
  readonly decimals: number;
  readonly group: string;
  /** The place in the clinical order. Two neighbours are ten apart. */
  readonly order: number;
  /** The y range that is fixed beforehand (rule 4), in the unit of the catalog. */
  readonly axis: Bounds | undefined;
  /** A longer gap than this breaks the line (rule 6); 0 stands for the usual limit. */
  readonly maxGapDays: number;
};
