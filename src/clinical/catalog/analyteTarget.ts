/** The value in the unit of the target is value · factor + offset. */
export type UnitConversion = {
  readonly factor: number;
  readonly offset: number;
  /**
   * It is true for an exact factor inside one dimension, which is applied and marked (rule 16). A unit that needs another
   * factor (mass to molar) is not converted unasked: its results are a series of their own.
   */
  readonly isExact: boolean;
};

/** Both ends are included. */
export type Bounds = readonly [low: number, high: number];

/**
 * These are wide bounds that refuse only what is impossible and never flag (rule 17). With `orZero`, 0 is possible
 * although it lies below them.
 */
export type PlausibleBounds = readonly [low: number, high: number, orZero?: boolean];

/**
 * A code of the catalog maps to a target: an analyte, or one variant of it, in the unit that the catalog gives it.
 */
export type AnalyteTarget = {
  /** This is the series id without a suffix for another unit: `k`, `egfr~62238-1`. */
  readonly id: string;
  readonly analyte: Analyte;
  /**
   * These are the words that tell a variant from the analyte itself ("CKD-EPI 2009"); it is '' for the analyte
   * itself.
   */
  readonly variant: string;
  /** The unit is in UCUM; it is '' when the catalog gives none (dipstick results). */
  readonly unit: string;
  /** These are the other UCUM units that fit, each with its conversion into `unit`. */
  readonly conversions: ReadonlyMap<string, UnitConversion>;
  /** The bounds are in `unit`. */
  readonly plausibleBounds: PlausibleBounds | undefined;
};

/** This is an analyte of the catalog. */
export type Analyte = {
  readonly id: string;
  readonly name: string;
  /** This is the name of the catalog when `name` is another one; else it is ''. */
  readonly longName: string;
  readonly shortName: string;
  readonly decimals: number;
  readonly group: string;
  /** Analytes are shown in this clinical order. Two neighbours are ten apart. */
  readonly order: number;
  /** This is the y range that is fixed beforehand (rule 4), in the unit of the catalog. */
  readonly axis: Bounds | undefined;
  /** A longer gap than this breaks the line (rule 6); 0 stands for the usual limit. */
  readonly maxGapDays: number;
  /** Titers, words and answers stand in tables only and are never a line. */
  readonly isListedOnly: boolean;
  /**
   * This is the id of the analyte of which it is a special form ("temp" for the axillary temperature); it is '' when
   * there is none.
   */
  readonly specialOf: string;
  /** These words tell it from the general form: "axillary", "whole blood"; they are '' when there is none. */
  readonly differsBy: string;
  /** It is true when the two exclude each other, as serum and whole blood do: a result that is coded as both is neither. */
  readonly contradictsGeneral: boolean;
};
