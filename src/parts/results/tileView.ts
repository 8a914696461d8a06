import type { Frame } from '../../charts/axis/frame.ts';
import type { Claims } from './tileText.ts';

/** What every tile of a screen shares; a new object only when something in it changed. */
export type TileView = {
  readonly frame: Frame;
  readonly claims: Claims;
  readonly todayMs: number;
  /** How many characters a name may have. */
  readonly nameRoom: number;
};
