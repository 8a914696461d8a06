/** The words of a tile, in as much room as it has. What is cut shows an ellipsis, and is there whole on request (rule 59). */
import { countInWindow } from '../../clinical/series/inWindow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { accountAttributes } from '../recordStatus/accountAttributes.ts';
import type { TileView } from './tileView.ts';
import { fittingNote, joinNotes } from './tileText.ts';
import styles from './Tile.module.css';
import { countText } from '../../charts/format/format.ts';

/** As many characters as fit in the large size beside a unit. */
const MAX_LARGE_LENGTH = 12;

/** A number is never cut: too long for its place it is smaller, and if need be on two lines. */
export const TileValue = ({ text }: { readonly text: string }) =>
  text.length > MAX_LARGE_LENGTH ? <span className={styles.long}>{text}</span> : text;

type TileNameProps = {
  readonly name: string;
  readonly qualifier: string | undefined;
  readonly series: Series;
  readonly notes: readonly string[];
  readonly view: Pick<TileView, 'frame' | 'maxNameLength'>;
};

/** Of the notes what fits. All of it is there for the pointer, and in the tile that has the focus (rule 59). */
export function TileName({
  name,
  qualifier = '',
  notes,
  series,
  view: { frame, maxNameLength },
}: TileNameProps) {
  const note = joinNotes(notes);
  const { drawn, listed } = series.account;
  const count = countInWindow(series, frame.startMs, frame.endMs);
  const outside = series.rows.length - count;
  const title = `drawn from ${countText(count)} readings${count > frame.widthPx ? '; flagged alike at one place share a symbol' : ''}${outside ? `, ${countText(outside)} outside this window` : ''}${listed ? `; ${drawn} results with a point, ${listed} in the list only` : ''}`;
  return (
    <span className={styles.name}>
      <span className={styles.title} title={[series.name, qualifier, note].filter(Boolean).join(', ')}>
        <b dir="auto">
          {name}
          {qualifier && <span className={styles.apart}> {qualifier}</span>}
        </b>
        <span className={styles.note} data-all={note} dir="auto">
          <span>{fittingNote(notes, maxNameLength - name.length - qualifier.length)}</span>
        </span>
      </span>
      <span className={styles.count} title={title} {...accountAttributes(series.account)}>
        n {countText(count)}
      </span>
    </span>
  );
}

/** "12 Nov 2026, 12 d ago, diastolic not recorded": the date is never cut, what comes after it gives way. */
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
  /** When that was, in the words that fit beside so many characters. */
  readonly timeTextBeside: (characters: number) => string;
};

/** "was 5.4 mmol/L, 29 Oct 2026": neither the number nor the date is cut; a long number stands over two lines. */
export function PreviousValue({ value, unit, timeTextBeside }: PreviousValueProps) {
  const was = `was ${value}${unit && ' '}`;
  const when = `, ${timeTextBeside(was.length + unit.length + 2)}`;
  return (
    <span
      className={value.length > MAX_LARGE_LENGTH ? styles.reason : styles.before}
      title={was + unit + when}
    >
      <span>
        {was}
        <bdi>{unit}</bdi>
      </span>
      <span className={styles.day}>{when}</span>
    </span>
  );
}
