/** Says where the labels of a number line have room, for the width of the window and the reader's own size of text. */
import { readTextScale } from '../../../../ui/layout/textScale.ts';

export type LineRoom = {
  /** The line is at least this wide. */
  readonly widthPx: number;
  /** This is the reader's own size of text, as a multiple of 16 px. */
  readonly textScale: number;
};

/** A phone's number line is about this wide. In a narrower window the line keeps this much free at its sides. */
const NARROW_PX = 350;
const SIDES_PX = 32;

/** A letter of a label takes about so much, and one of the value above the line, in px. */
export const LETTER_PX = 6.4;
export const VALUE_LETTER_PX = 9.6;

/** Larger letters have no room between the marks, so each label stands in a line of its own. */
const LARGEST_SCALE = 1.3;

/** Returns the room of a line on this page. */
export const readLineRoom = (): LineRoom => ({
  widthPx: Math.min(NARROW_PX, globalThis.innerWidth - SIDES_PX),
  textScale: readTextScale(),
});

export const isLarge = ({ textScale }: LineRoom): boolean => textScale > LARGEST_SCALE;

/** A text beside an end of the line stays inside of the figure. */
export const anchorAt = (share: number): 'start' | 'middle' | 'end' =>
  share < 0.2 ? 'start' : share > 0.8 ? 'end' : 'middle';

/** Returns whether a text at a share of the width is whole within the figure. */
export function fitsAt(share: number, textPx: number, room: LineRoom): boolean {
  if (isLarge(room)) return false;
  const lengthPx = textPx * room.textScale;
  const anchor = anchorAt(share);
  const [beforePx, behindPx] = [share * room.widthPx, (1 - share) * room.widthPx];
  if (anchor === 'middle') return lengthPx / 2 <= Math.min(beforePx, behindPx);
  return lengthPx <= (anchor === 'start' ? behindPx : beforePx);
}
