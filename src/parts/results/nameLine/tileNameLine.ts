/**
 * This file decides what the first line of a tile holds. The reference range is the last thing to go: the count goes first,
 * then the name takes its short form, and then the range has a line of its own.
 */
import { tileTexts } from '../tile.messages.ts';
import { textWidthPx } from '../../../charts/lanes/labelWidth.ts';

/** This is what stands beside the name of a tile. */
export type NameNotes = {
  /** This is the range in its forms, the longest first, or what is said without one. Each says all of the range. */
  readonly ranges: readonly string[];
  /** The scale of the curve is not the usual one, without which the curve is not read right (rule 4). */
  readonly isScaleExtended: boolean;
  /** This is everything else that a reader must not guess, the most important first. */
  readonly others: readonly string[];
  /** This is all of it in words, for the pointer and the focused tile (rule 59). */
  readonly all: string;
};

export type NameLine = {
  readonly name: string;
  readonly note: string;
  /** This stands on a line of its own, under the name. It is '' where all stands beside the name. */
  readonly ownLine: string;
  /** The number of results has room. */
  readonly hasCount: boolean;
};

type NameLineOptions = {
  /** This is the name, and the short one where there is one. */
  readonly names: readonly string[];
  readonly qualifier: string;
  readonly notes: NameNotes;
  readonly count: string;
  readonly widthPx: number;
};

/** The estimate is rather wide. The bold name of 12 px is wider than a note of 11 px. */
const NOTE_SCALE = 0.95;
const NAME_SCALE = 1.1;
/** This is the room between the parts of TileLabels.module.css, at a text size of 16 px. */
const GAP_PX = 4;
const COUNT_GAP_PX = 8;
const ELLIPSIS = ' …';

const noteWidthPx = (text: string): number => textWidthPx(text, NOTE_SCALE);

/** Joins the notes that fit, with an ellipsis for the others (rule 59). Without room for the first ones it is undefined. */
function fittingNote(first: readonly string[], others: readonly string[], roomPx: number) {
  const all = [...first, ...others].join(', ');
  if (noteWidthPx(all) <= roomPx) return { text: all, isWhole: true };
  let text = first.join(', ');
  if (noteWidthPx(text + (others.length > 0 ? ELLIPSIS : '')) > roomPx) return undefined;
  for (const other of others) {
    const longer = `${text}, ${other}`;
    if (noteWidthPx(longer + ELLIPSIS) <= roomPx) text = longer;
  }
  return { text: text + ELLIPSIS, isWhole: false };
}

/** Puts the range on the second line or, where it has room in the first, what must be said with it. */
function twoLines(options: NameLineOptions): NameLine {
  const { names, qualifier, notes, count, widthPx } = options;
  const { ranges, isScaleExtended, others } = notes;
  const beside = isScaleExtended
    ? lineBeside(options, { ...notes, isScaleExtended: false, others: [] })
    : undefined;
  if (beside) {
    const said = fittingNote([tileTexts('scaleExtended')], others, widthPx);
    return { ...beside, ownLine: said?.text ?? tileTexts('scaleExtended') };
  }
  const afterRange = isScaleExtended ? [tileTexts('scaleExtended'), ...others] : others;
  const fitting = ranges.map((range) => fittingNote([range], afterRange, widthPx));
  const found = fitting.find((one) => one?.isWhole) ?? fitting.find(Boolean);
  const roomOf = (name: string) => widthPx - nameWidthPx(name, qualifier);
  const name = names.find((one) => roomOf(one) >= 0) ?? names.at(-1) ?? '';
  return {
    name,
    note: '',
    ownLine: found?.text ?? [ranges.at(-1), ...afterRange].join(', '),
    hasCount: roomOf(name) >= noteWidthPx(count) + COUNT_GAP_PX,
  };
}

const nameWidthPx = (name: string, qualifier: string): number =>
  textWidthPx(name, NAME_SCALE) + (qualifier ? noteWidthPx(` ${qualifier}`) : 0);

/** Returns the line with the range beside the name, if there is room for all of the range. */
function lineBeside(options: NameLineOptions, notes: NameNotes): NameLine | undefined {
  const { names, qualifier, count, widthPx } = options;
  const { ranges, isScaleExtended, others } = notes;
  const lineOf = (name: string, range: string, hasCount: boolean) => {
    const countPx = hasCount ? noteWidthPx(count) + COUNT_GAP_PX : 0;
    const roomPx = widthPx - nameWidthPx(name, qualifier) - GAP_PX - countPx;
    const first = isScaleExtended ? [tileTexts('scaleExtended'), range] : [range];
    const fitting = fittingNote(first, others, roomPx);
    const line = { name, note: fitting?.text ?? '', ownLine: '', hasCount };
    return fitting && { line, isWhole: fitting.isWhole };
  };
  const [longName] = names;
  const lines = names.flatMap((name) => [
    lineOf(name, ranges[0] ?? '', true),
    ...ranges.map((range) => lineOf(name, range, false)),
  ]);
  const whole = lines.find((one) => one?.isWhole && one.line.name === longName);
  return (whole ?? lines.find((one) => one !== undefined))?.line;
}

/** Returns the first line of a tile, and its second one where the range needs it. */
export const tileNameLine = (options: NameLineOptions): NameLine =>
  lineBeside(options, options.notes) ?? twoLines(options);
