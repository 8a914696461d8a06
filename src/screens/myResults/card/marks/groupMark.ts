/**
 * A mark may be sent for a whole Observation, of which a result is one part, so that another part may be meant. It is told as that of the
 * group, and never puts a part outside that lies inside its own range (rules 26 and 55).
 */
import { PANEL_FLAG_NOTE } from '../../../../clinical/observation/flag/flag.ts';
import {
  rangePosition,
  type RangePosition,
} from '../../../../clinical/observation/rangePosition/rangePosition.ts';
import type { Row } from '../../../../clinical/observation/resultRow.ts';

/** The reading of a record writes our note behind words that were sent for all parts together. */
export const isOfGroup = (words: string): boolean => words.endsWith(PANEL_FLAG_NOTE);

/** Returns the words as they were sent, without our note. */
export const withoutGroupNote = (words: string): string =>
  isOfGroup(words) ? words.slice(0, -PANEL_FLAG_NOTE.length).trimEnd() : words;

export type CardPosition = RangePosition & {
  /** The mark was sent for a group of results. That of a blood pressure is for both of its numbers, and is its own. */
  readonly isMarkOfGroup: boolean;
};

/**
 * Returns where a result lies: one that is inside its own range is not outside for the mark of a group. A critical mark of a group may stand
 * over one of the result's own, so there nothing is taken for inside.
 */
export function cardPosition(row: Row, isPair: boolean): CardPosition {
  const position = rangePosition(row);
  const isMarkOfGroup = !isPair && isOfGroup(row.kind.flagText);
  const isInside = isMarkOfGroup && !position.isCritical && position.byRange === 'inside';
  const side = isInside ? 'inside' : position.side;
  return { ...position, side, isMarkOfGroup };
}
