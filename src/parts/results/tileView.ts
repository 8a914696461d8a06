import type { Frame } from '../../charts/axis/frame.ts';
import type { RecordCompleteness } from '../recordStatus/recordCompleteness.ts';

/** All tiles of a screen share these facts. The object is new only when one of them changed. */
export type TileView = {
  readonly frame: Frame;
  /** A tile with a newer result that is not charted draws its curve in this lower frame, so that it is as high as the others. */
  readonly lowFrame?: Frame;
  readonly completeness: RecordCompleteness;
  readonly todayMs: number;
  /** A name may have this many characters. */
  readonly maxNameLength: number;
};
