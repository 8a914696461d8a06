/**
 * This file draws the texts of a tile in the room they have. A text that is cut shows an ellipsis, and can be
 * read whole on request (rule 59).
 */
import type { ResultCount } from '../../clinical/series/resultCount.ts';
import type { Series } from '../../clinical/series/series.ts';
import { accountAttributes } from '../recordStatus/accountAttributes.ts';
import type { NameLine, NameNotes } from './nameLine/tileNameLine.ts';
import { tileTexts } from './tile.messages.ts';
import { hasRoomForUnit } from './tileText.ts';
import styles from './Tile.module.css';
import labelStyles from './TileLabels.module.css';
import { countText } from '../../charts/format/numberText.ts';

/** This many characters in the large size fit beside a unit. */
const MAX_LARGE_LENGTH = 12;
/** This many characters below a name are cut in no tile. */
const MAX_WHOLE_LENGTH = 32;

/** Draws a number that is never cut: if it is too long, it is smaller or takes two lines. */
export const TileValue = ({ text }: { readonly text: string }) =>
  text.length > MAX_LARGE_LENGTH ? <span className={labelStyles.long}>{text}</span> : text;

type TileNameProps = {
  readonly line: NameLine;
  readonly qualifier: string | undefined;
  readonly series: Series;
  readonly results: ResultCount;
  readonly notes: NameNotes;
  /** This many px of the screen show the curve. */
  readonly plotWidthPx: number;
};

/** Draws the name, the range and the notes that fit. The pointer and the focused tile show all notes (rule 59). */
export function TileName({ line, qualifier = '', notes, series, results, plotWidthPx }: TileNameProps) {
  const { name, note, ownLine, hasCount } = line;
  const { listed } = series.account;
  const { inside: count, older, newer } = results;
  const outside = older + newer;
  const countTitle = tileTexts('countTitle', {
    results: tileTexts('count', { count, shown: countText(count) }),
    dense: count > plotWidthPx ? 'yes' : 'no',
    outsideCount: outside,
    outside: countText(outside),
    listedCount: listed,
    listed: countText(listed),
  });
  // A long line is cut, and may say with "now" what the notes say in other words.
  const cut = ownLine.length > MAX_WHOLE_LENGTH && !notes.all.includes(ownLine) && ownLine;
  const title = [series.name, qualifier, cut, notes.all, !hasCount && countTitle].filter(Boolean).join(', ');
  return (
    <span className={styles.name} aria-hidden="true">
      <span className={labelStyles.title} data-tooltip={title}>
        <b dir="auto">
          {name}
          {qualifier && <span className={labelStyles.qualifier}> {qualifier}</span>}
        </b>
        {note && (
          <span className={labelStyles.note} data-all={notes.all} dir="auto">
            <span>{note}</span>
          </span>
        )}
      </span>
      <span className={labelStyles.count} data-tooltip={countTitle} {...accountAttributes(series.account)}>
        {hasCount && tileTexts('count', { count, shown: countText(count) })}
      </span>
      {ownLine && (
        <span
          className={labelStyles.ownLine}
          data-tooltip={title}
          data-all={note ? undefined : notes.all}
          dir="auto"
        >
          <span>{ownLine}</span>
        </span>
      )}
    </span>
  );
}

/**
 * Draws "12 Nov 2026, 12 days ago, diastolic not recorded". The date is never cut; the text after it gives way.
 */
export function TileDate({ text }: { readonly text: string }) {
  const [date = ''] = /^[^,]*(?:, \d\d:\d\d)?/.exec(text) ?? [];
  return (
    <>
      <span className={labelStyles.day}>{date}</span>
      <span data-tooltip={text}>{text.slice(date.length)}</span>
    </>
  );
}

type PreviousValueProps = {
  readonly value: string;
  readonly unit: string;
  /** Says what is to check of it. */
  readonly words?: string;
  /** Reads like "29 Oct 2026" or "23 Nov 2026, 05:30". */
  readonly timeText: string;
};

/** Draws "was 5.4 mmol/L, 29 Oct 2026". Neither number nor date is cut; a long number takes two lines. What is to check gives way. */
export function PreviousValue({ value, unit, words = '', timeText }: PreviousValueProps) {
  const valueText = tileTexts('was', { value });
  const isLong = value.length > MAX_LARGE_LENGTH;
  const rest = words && `, ${words}`;
  const whole = `${[valueText, unit].filter(Boolean).join(' ')}${rest}, ${timeText}`;
  return (
    <span className={isLong ? labelStyles.reason : labelStyles.before} data-tooltip={whole}>
      <span>
        {valueText}
        {unit && (isLong || hasRoomForUnit(whole)) && (
          <>
            {' '}
            <bdi>{unit}</bdi>
          </>
        )}
        {rest}
      </span>
      <span className={labelStyles.day}>, {timeText}</span>
    </span>
  );
}
