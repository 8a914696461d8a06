import type { Frame } from '../../charts/axis/frame.ts';
import type { RecordCompleteness } from '../recordStatus/recordCompleteness.ts';

/** All tiles of a screen share these facts. The object is new only when one of them changed. */
export type TileView = {
  readonly frame: Frame;
  readonly completeness: RecordCompleteness;
  readonly todayMs: number;
  /** A name may have this many characters. */
  readonly maxNameLength: number;
};
