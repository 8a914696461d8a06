/** How a reader wants one chart drawn; everything off is the fixed scale with its line. */
export type TrendOptions = {
  /** Rule 4: the values of the window fill the scale, and the chart says so. */
  readonly isFit: boolean;
  readonly isLog: boolean;
  /** Rule 5: symbols alone. */
  readonly isWithoutLines: boolean;
  /** Rule 8: no thinning. */
  readonly hasEveryPoint: boolean;
};

export const PLAIN_OPTIONS: TrendOptions = {
  isFit: false,
  isLog: false,
  isWithoutLines: false,
  hasEveryPoint: false,
};

/** More symbols than this make a screen slow, and none of them can be told from its neighbour. */
export const MAX_UNTHINNED_POINTS = 5_000;
