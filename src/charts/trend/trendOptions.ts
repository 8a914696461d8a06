/** The reader chooses how one chart is drawn. With everything off it has the fixed scale and a line. */
export type TrendOptions = {
  /** The values of the window fill the scale, and the chart says so (rule 4). */
  readonly isFit: boolean;
  readonly isLog: boolean;
  /** Only symbols are drawn (rule 5). */
  readonly isWithoutLines: boolean;
  /** Nothing is thinned (rule 8). */
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
