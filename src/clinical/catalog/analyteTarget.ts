/** value · factor + offset is the value in the unit of the target. */
export type UnitConversion = {
  readonly factor: number;
  readonly offset: number;
  /**
   * An exact factor inside one dimension: done and marked (display rule 16). What is not exact (mass and molar) is not
   * converted unasked: each such unit is a series of its own.
   */
  readonly isExact: boolean;
};

export type Bounds = readonly [low: number, high: number];

/** Wide bounds that refuse the impossible and never flag; with `orZero` 0 is possible although it lies below them. */
export type PlausibleBounds = readonly [low: number, high: number, orZero?: boolean];

/** One line: an analyte, or one variant of it, in the unit that the catalog gives it. */
export type AnalyteTarget = {
  /** Series id without a suffix for another unit: `k`, `egfr~62238-1`. */
  readonly id: string;
  readonly analyte: Analyte;
  /** What tells a variant from the analyte's own line ("CKD-EPI 2009"); '' for that line. */
  readonly variant: string;
  /** UCUM; '' where the catalog gives none (dipstick results). */
  readonly unit: string;
  /** From the other units that fit. */
  readonly conversions: ReadonlyMap<string, UnitConversion>;
  /** In `unit`. */
  readonly plausibleBounds: PlausibleBounds | undefined;
};

/** What is known of an analyte, or of a code that has a place on the screen without being in the catalog. */
export type Analyte = {
  readonly id: string;
  readonly name: string;
  /** The catalog's name where that is another one, else ''. */
  readonly longName: string;
  readonly shortName: string;
  readonly decimals: number;
  readonly group: string;
  /** Place in the clinical order; the next one is ten further. */
  readonly order: number;
  /** Rule 4: the y range fixed beforehand, in the unit of the catalog. */
  readonly axis: Bounds | undefined;
  /** Rule 6: a longer silence than this breaks the line; 0: the usual limit. */
  readonly maxGapDays: number;
};
