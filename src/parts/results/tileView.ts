import type { Frame } from '../../charts/axis/frame.ts';
import type { RecordCompleteness } from '../recordStatus/recordCompleteness.ts';

/** What every tile of a screen shares; a new object only when something in it changed. */
export type TileView = {
  readonly frame: Frame;
  readonly completeness: RecordCompleteness;
  readonly todayMs: number;
  /** How many characters a name may have. */
  readonly maxNameLength: number;
};
