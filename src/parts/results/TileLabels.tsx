/**
 * This file draws the texts of a tile in the room they have. A text that is cut shows an ellipsis, and can be
 * read whole on request (rule 59).
 */
import { resultCount } from '../../clinical/series/resultCount.ts';
import type { Series } from '../../clinical/series/series.ts';
import { accountAttributes } from '../recordStatus/accountAttributes.ts';
import type { TileView } from './tileView.ts';
import { fittingNote, joinNotes } from './tileText.ts';
import { tileTexts } from './tile.messages.ts';
import styles from './Tile.module.css';
import { countText } from '../../charts/format/format.ts';

/** This many characters in the large size fit beside a unit. */
const MAX_LARGE_LENGTH = 12;

/** Draws a number that is never cut: if it is too long, it is smaller or takes two lines. */
export const TileValue = ({ text }: { readonly text: string }) =>
  text.length > MAX_LARGE_LENGTH ? <span className={styles.long}>{text}</span> : text;

type TileNameProps = {
  readonly name: string;
  readonly qualifier: string | undefined;
  readonly series: Series;
  /** The other side of a blood pressure is counted with the systolic one. */
  readonly diastolic?: Series | undefined;
  readonly notes: readonly string[];
  readonly view: Pick<TileView, 'frame' | 'maxNameLength'>;
};

/** Draws the name and the notes that fit. The pointer and the focused tile show all notes (rule 59). */
export function TileName({
  name,
  qualifier = '',
  notes,
  series,
  diastolic,
  view: { frame, maxNameLength },
}: TileNameProps) {
  const note = joinNotes(notes);
  const { listed } = series.account;
  const { inside: count, older, newer } = resultCount(series, diastolic, frame.startMs, frame.endMs);
  const outside = older + newer;
  const title = tileTexts('countTitle', {
    results: tileTexts('count', { count, shown: countText(count) }),
    dense: count > frame.widthPx ? 'yes' : 'no',
    outsideCount: outside,
    outside: countText(outside),
    listedCount: listed,
    listed: countText(listed),
  });
  return (
    <span className={styles.name} aria-hidden="true">
      <span className={styles.title} title={[series.name, qualifier, note].filter(Boolean).join(', ')}>
        <b dir="auto">
          {name}
          {qualifier && <span className={styles.qualifier}> {qualifier}</span>}
        </b>
        <span className={styles.note} data-all={note} dir="auto">
          <span>{fittingNote(notes, maxNameLength - name.length - qualifier.length)}</span>
        </span>
      </span>
      <span className={styles.count} title={title} {...accountAttributes(series.account)}>
        {tileTexts('count', { count, shown: countText(count) })}
      </span>
    </span>
  );
}

/**
 * Draws "12 Nov 2026, 12 d ago, diastolic not recorded". The date is never cut; the text after it gives way.
 */
export function TileDate({ text }: { readonly text: string }) {
  const [date = ''] = /^[^,]*(?:, \d\d:\d\d)?/.exec(text) ?? [];
  return (
    <>
      <span className={styles.day}>{date}</span>
      <span title={text}>{text.slice(date.length)}</span>
    </>
  );
}

type PreviousValueProps = {
  readonly value: string;
  readonly unit: string;
  /** Returns the time in words that fit beside this many characters. Beside none it is whole, with its year. */
  readonly timeTextBeside: (characters: number) => string;
};

/** Draws "was 5.4 mmol/L, 29 Oct 2026". Neither number nor date is cut; a long number takes two lines. */
export function PreviousValue({ value, unit, timeTextBeside }: PreviousValueProps) {
  const valueText = tileTexts('was', { value }) + (unit && ' ');
  const timeText = `, ${timeTextBeside(valueText.length + unit.length + 2)}`;
  return (
    <span
      className={value.length > MAX_LARGE_LENGTH ? styles.reason : styles.before}
      title={`${valueText}${unit}, ${timeTextBeside(0)}`}
    >
      <span>
        {valueText}
        <bdi>{unit}</bdi>
      </span>
      <span className={styles.day}>{timeText}</span>
    </span>
  );
}
