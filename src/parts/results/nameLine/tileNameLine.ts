/**
 * This file decides what the first line of a tile holds. The reference range is the last thing to go: the count goes first,
 * then the name takes its short form, then the other notes have a line of their own, and at last the range has.
 */
import { tileTexts } from '../tile.messages.ts';
import { textWidthPx } from '../../../charts/lanes/labelWidth.ts';

/** This is what stands beside the name of a tile. */
export type NameNotes = {
  /** This is the range in its forms, the longest first, or what is said without one. Each says all of the range. */
  readonly ranges: readonly string[];
  /** A range was sent, so nothing may look as if some of it were cut. */
  readonly hasRange: boolean;
  /** An earlier result had another range (rule 28). */
  readonly isRangeChanged: boolean;
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
/** The comma says that a note is missing, and not the end of the one before. */
const ELLIPSIS = ', …';

const noteWidthPx = (text: string): number => textWidthPx(text, NOTE_SCALE);

type FittingNote = { readonly text: string; readonly missing: number };

/** Joins the notes that fit, with an ellipsis for the others (rule 59). Without room for the first ones it is undefined. */
function fittingNote(
  first: readonly string[],
  others: readonly string[],
  roomPx: number,
): FittingNote | undefined {
  const all = [...first, ...others].join(', ');
  if (noteWidthPx(all) <= roomPx) return { text: all, missing: 0 };
  let text = first.join(', ');
  let missing = others.length;
  if (noteWidthPx(text + (missing > 0 ? ELLIPSIS : '')) > roomPx) return undefined;
  for (const other of others) {
    const longer = `${text}, ${other}`;
    if (noteWidthPx(longer + ELLIPSIS) > roomPx) continue;
    text = longer;
    missing -= 1;
  }
  return { text: text + ELLIPSIS, missing };
}

/** Returns the form that says most: a shorter word for the range leaves room for a note in place of an ellipsis. */
const fullest = <Form extends { readonly missing: number }>(forms: readonly (Form | undefined)[]) =>
  forms.filter((one) => one !== undefined).toSorted((a, b) => a.missing - b.missing)[0];

/** Returns the forms of the range, the longest first. The shortest that says of a change is "now 3.5–5.0". */
const rangeForms = ({ ranges, isRangeChanged }: NameNotes): readonly (readonly string[])[] =>
  isRangeChanged
    ? [
        ...ranges.map((range) => [range, tileTexts('rangeChanged')]),
        ...ranges.map((range) => [tileTexts('rangeNow', { range })]),
      ]
    : ranges.map((range) => [range]);

/** Returns what must be said with the range, the most important first. */
const notesAfterRange = ({ isScaleExtended, others }: NameNotes): readonly string[] =>
  isScaleExtended ? [tileTexts('scaleExtended'), ...others] : others;

/** Leaves the range beside the name and puts what must be said with it on the second line. */
function notesBelow(options: NameLineOptions): NameLine | undefined {
  const [first, ...others] = notesAfterRange(options.notes);
  if (first === undefined) return undefined;
  const beside = lineBeside(options, { ...options.notes, isScaleExtended: false, others: [] });
  return beside && { ...beside, ownLine: fittingNote([first], others, options.widthPx)?.text ?? first };
}

/** Puts the range on the second line, with the notes that have room after it. */
function rangeBelow({ names, qualifier, notes, count, widthPx }: NameLineOptions): NameLine {
  const after = notesAfterRange(notes);
  const forms = rangeForms(notes);
  const found = fullest(forms.map((form) => fittingNote(form, after, widthPx)));
  const roomOf = (name: string) => widthPx - nameWidthPx(name, qualifier);
  const name = names.find((one) => roomOf(one) >= 0) ?? names.at(-1) ?? '';
  return {
    name,
    note: '',
    ownLine: found?.text ?? [...(forms.at(-1) ?? []), ...after].join(', '),
    hasCount: roomOf(name) >= noteWidthPx(count) + COUNT_GAP_PX,
  };
}

const nameWidthPx = (name: string, qualifier: string): number =>
  textWidthPx(name, NAME_SCALE) + (qualifier ? noteWidthPx(` ${qualifier}`) : 0);

/**
 * Returns the line with the range beside the name, if there is room for all of the range. Other notes are left out only where there
 * is no range that could look cut.
 */
function lineBeside(options: NameLineOptions, notes: NameNotes): NameLine | undefined {
  const { names, qualifier, count, widthPx } = options;
  const { hasRange, isScaleExtended, others } = notes;
  const forms = rangeForms(notes);
  const lineOf = (name: string, form: readonly string[], hasCount: boolean) => {
    const countPx = hasCount ? noteWidthPx(count) + COUNT_GAP_PX : 0;
    const roomPx = widthPx - nameWidthPx(name, qualifier) - GAP_PX - countPx;
    const first = isScaleExtended ? [tileTexts('scaleExtended'), ...form] : form;
    const fitting = fittingNote(first, others, roomPx);
    const line = { name, note: fitting?.text ?? '', ownLine: '', hasCount };
    return fitting && { line, missing: fitting.missing };
  };
  const lines = names.flatMap((name) => [
    lineOf(name, forms[0] ?? [], true),
    ...forms.map((form) => lineOf(name, form, false)),
  ]);
  const found = fullest(lines);
  return hasRange && found?.missing ? undefined : found?.line;
}

/** Returns the first line of a tile, and its second one where the range needs it. */
export const tileNameLine = (options: NameLineOptions): NameLine =>
  lineBeside(options, options.notes) ?? notesBelow(options) ?? rangeBelow(options);
