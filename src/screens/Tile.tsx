import { memo, type ReactNode } from 'react';
import { latest, previous } from '../clinical/curve.ts';
import type { Row } from '../clinical/row.ts';
import type { Series } from '../clinical/series.ts';
import { FlagText } from '../charts/FlagText.tsx';
import { shortNumber, unitText, valueText } from '../charts/format.ts';
import type { Frame } from '../charts/frame.ts';
import { Sparkline } from '../charts/Sparkline.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { accountData } from './accountData.ts';
import { countText, resultsText } from './recordWords.ts';
import {
  beforeWhenText,
  changeText,
  conversionText,
  fittingName,
  preliminaryAfter,
  rangeNote,
  shownRow,
  spokenSummary,
  whenText,
  type Claims,
} from './tileWords.ts';
import { fragmentFor } from './viewState.ts';
import styles from './Tile.module.css';

/** What every tile of a screen shares; a new object only when something in it changed. */
export type TileView = {
  readonly frame: Frame;
  readonly claims: Claims;
  readonly todayMs: number;
  /** How many characters a name may have. */
  readonly nameRoom: number;
};

/** The hooks of contract.md, section 4. The last three only while "latest" may be said. */
export function seriesData(series: Series, row: Row | undefined, claims: Claims) {
  const count = { 'data-series': series.id, 'data-count': series.rows.length };
  if (claims !== 'all' || row === undefined || row !== latest(series)) return count;
  const exact = row.kind.precision === 'instant';
  return {
    ...count,
    'data-latest': valueText(row, series),
    'data-unit': unitText(row, series),
    'data-latest-time': exact ? new Date(row.timeMs).toISOString() : row.effective,
  };
}

/** A number too long for its place is cut in sight only: whoever listens or copies gets all of it. */
function Value({ text }: { readonly text: string }) {
  const short = shortNumber(text);
  if (short === text) return <b>{text}</b>;
  return (
    <b title={text}>
      <span aria-hidden="true">{short}</span>
      <VisuallyHidden>{text}</VisuallyHidden>
    </b>
  );
}

type TileNameProps = { readonly name: string; readonly note: string; readonly series: Series };

export function TileName({ name, note, series }: TileNameProps) {
  const { drawn, listed } = series.account;
  const title = `${resultsText(series.rows.length)} drawn${listed ? `; ${drawn} with a point, ${listed} in the list only` : ''}`;
  return (
    <span className={styles.name}>
      <span className={styles.title} title={`${series.name} ${note}`}>
        <b>{name}</b>
        <span className={styles.note}>{note}</span>
      </span>
      <span className={styles.count} title={title} {...accountData(series.account)}>
        n {countText(series.rows.length)}
      </span>
    </span>
  );
}

type LastLineProps = { readonly claims: Claims; readonly before: ReactNode };

/** Under the date: the one before, or why nothing can be compared yet. */
export function LastLine({ claims, before }: LastLineProps) {
  if (claims === 'incomplete') return <i className={styles.incomplete}>incomplete</i>;
  return <span className={styles.before}>{claims === 'reading' ? 'newest read so far' : before}</span>;
}

function PreliminaryTag({ series, shown }: { readonly series: Series; readonly shown: Row }) {
  if (shown.kind.status === 'preliminary') return <i className={styles.tag}>preliminary</i>;
  const newer = preliminaryAfter(series, shown);
  if (newer.length === 0) return null;
  const title = newer.map((row) => `${valueText(row, series)} ${unitText(row, series)}`).join(', ');
  return (
    <i className={styles.tag} title={`preliminary: ${title}`}>
      {newer.length} preliminary
    </i>
  );
}

function beforeText(series: Series, shown: Row, frame: Frame): string {
  const row = previous(series);
  if (!row) return shown.kind.status === 'preliminary' ? 'no final result yet' : '';
  const value = `${shortNumber(valueText(row, series))} ${unitText(row, series)}`.trim();
  return `was ${value}, ${beforeWhenText(row, shown, frame)}`;
}

type TileProps = { readonly series: Series; readonly view: TileView };

export const Tile = memo(function Tile({ series, view }: TileProps) {
  const { frame, claims, todayMs, nameRoom } = view;
  const row = shownRow(series);
  if (!row) return null;
  const unit = unitText(row, series);
  const from = conversionText(row);
  return (
    <a
      className={styles.tile}
      href={fragmentFor(series.id)}
      aria-label={spokenSummary(series, row, claims, frame.timeZone)}
      {...seriesData(series, row, claims)}
    >
      <TileName name={fittingName(series, nameRoom)} note={rangeNote(series, row)} series={series} />
      <span className={styles.plot}>
        <Sparkline series={series} frame={frame} claims={claims === 'all'} />
      </span>
      <span className={styles.flag}>
        <FlagText kind={row.kind} />
      </span>
      <span className={styles.text}>
        <span className={styles.latest}>
          <Value text={valueText(row, series)} /> <span>{unit}</span>
          {claims === 'all' && <i className={styles.change}>{changeText(series)}</i>}
        </span>
        <span className={styles.date}>
          <span>{whenText(row, frame, todayMs)}</span>
          {from && <i className={styles.tagSolid}>{from}</i>}
          <PreliminaryTag series={series} shown={row} />
        </span>
        <LastLine claims={claims} before={beforeText(series, row, frame)} />
      </span>
    </a>
  );
});

type WaitingTileProps = { readonly name: string; readonly frame: Frame; readonly text: string };

/** The frame with its real title, before the first result of the analyte is there. */
export const WaitingTile = memo(function WaitingTile({ name, frame, text }: WaitingTileProps) {
  return (
    <div className={styles.tile}>
      <span className={styles.name}>
        <span className={styles.title}>
          <b>{name}</b>
        </span>
      </span>
      <span className={styles.plot}>
        <svg width={frame.width} height={frame.height} aria-hidden="true">
          <path className={styles.rest} d={`${frame.grid}M4 ${frame.height / 2}H${frame.width - 6}`} />
        </svg>
      </span>
      <span className={styles.text}>
        <span className={styles.latest}>
          <span className={styles.bar} />
        </span>
        <span className={styles.date}>{text}</span>
      </span>
    </div>
  );
});
