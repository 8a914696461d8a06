import type { Frame } from '../../charts/axis/frame.ts';
import type { RecordCompleteness } from '../recordStatus/recordCompleteness.ts';

/** All tiles of a screen share these facts. The object is new only when one of them changed. */
export type TileView = {
  readonly frame: Frame;
  /** A tile with one or two more lines of text draws its curve in one of these lower frames, so that it is as high as the others. */
  readonly lowFrames?: readonly Frame[];
  readonly completeness: RecordCompleteness;
  readonly todayMs: number;
  /** The name of a tile and what stands beside it have this many px, at a text size of 16 px. */
  readonly nameWidthPx: number;
  /** With a new number every tile is drawn again, so that none holds the series that it drew before. */
  readonly drawing?: number;
};
