import { memo } from 'react';
import { pairs, type Pair } from '../clinical/curve.ts';
import type { Series } from '../clinical/series.ts';
import { FlagText } from '../charts/FlagText.tsx';
import { unitText, valueText } from '../charts/format.ts';
import { PairSparkline } from '../charts/PairSparkline.tsx';
import { rankOf, symbolOf } from '../charts/symbols.tsx';
import { accountData } from './accountData.ts';
import { LastLine, seriesData, TileName, type TileView } from './Tile.tsx';
import { beforeWhenText, rangeNote, whenText, type Claims } from './tileWords.ts';
import { fragmentFor } from './viewState.ts';
import styles from './Tile.module.css';

type PairTileProps = {
  readonly name: string;
  readonly systolic: Series;
  readonly diastolic: Series;
  readonly view: TileView;
};

/** Rule 34: a preliminary pair is drawn and is never the latest. */
const isFinal = (pair: Pair) =>
  [pair.systolic, pair.diastolic].every((row) => row?.kind.status !== 'preliminary');

const mainRow = ({ systolic, diastolic }: Pair) => systolic ?? diastolic;

/** The side whose flag matters more; of equals the systolic. */
function flaggedKind({ systolic, diastolic }: Pair) {
  const kinds = [systolic, diastolic].flatMap((row) => (row ? [row.kind] : []));
  return kinds.toSorted((a, b) => rankOf(symbolOf(b)) - rankOf(symbolOf(a)))[0];
}

function pairText({ systolic, diastolic }: Pair, sys: Series, dia: Series): string {
  return `${systolic ? valueText(systolic, sys) : '–'}/${diastolic ? valueText(diastolic, dia) : '–'}`;
}

/** "↓2/↓2"; a side that is missing in one of the two has nothing to compare. */
function changeOf(now: Pair, before: Pair | undefined): string {
  const side = (key: 'systolic' | 'diastolic') => {
    const delta = (now[key]?.value ?? Number.NaN) - (before?.[key]?.value ?? Number.NaN);
    if (Number.isNaN(delta)) return '–';
    return delta === 0 ? '=' : `${delta > 0 ? '↑' : '↓'}${Number(Math.abs(delta).toFixed(1))}`;
  };
  const both = `${side('systolic')}/${side('diastolic')}`;
  return both === '–/–' ? '' : both;
}

const missingText = ({ systolic, diastolic }: Pair) =>
  systolic ? (diastolic ? '' : ', diastolic not recorded') : ', systolic not recorded';

function spoken(
  name: string,
  text: string,
  unit: string,
  when: string,
  claims: Claims,
  before: string,
): string {
  const end = claims === 'all' ? before : claims === 'reading' ? 'newest read so far' : 'record incomplete';
  return [`${name} ${text.replace('/', ' over ')} ${unit}`, when, end].filter(Boolean).join(', ');
}

/** Systolic and diastolic are one tile: the outer element stands for the systolic, the second number for the diastolic. */
export const PairTile = memo(function PairTile({ name, systolic, diastolic, view }: PairTileProps) {
  const { frame, claims, todayMs } = view;
  const all = pairs(systolic, diastolic);
  const finals = all.filter(isFinal);
  const now = finals.at(-1) ?? all.at(-1);
  const row = now && mainRow(now);
  if (!row) return null;
  const before = finals.at(-2);
  const beforeRow = before && mainRow(before);
  const unit = unitText(row, systolic);
  const kind = flaggedKind(now);
  const text = pairText(now, systolic, diastolic);
  const was =
    beforeRow &&
    `was ${pairText(before, systolic, diastolic)} ${unit}, ${beforeWhenText(beforeRow, row, frame)}`;
  const when = whenText(row, frame, todayMs) + missingText(now);
  return (
    <a
      className={styles.tile}
      href={fragmentFor(systolic.id)}
      aria-label={spoken(name, text, unit, when, claims, was ?? '')}
      {...seriesData(systolic, now.systolic, claims)}
    >
      <TileName name={name} note={rangeNote(systolic, row)} series={systolic} />
      <span className={styles.plot}>
        <PairSparkline systolic={systolic} diastolic={diastolic} frame={frame} claims={claims === 'all'} />
      </span>
      <span className={styles.flag}>{kind && <FlagText kind={kind} />}</span>
      <span className={styles.text}>
        <span className={styles.latest}>
          <b>
            {text.split('/')[0]}/
            <span {...seriesData(diastolic, now.diastolic, claims)}>
              <span {...accountData(diastolic.account)} />
              {text.split('/')[1]}
            </span>
          </b>{' '}
          <span>{unit}</span>
          {claims === 'all' && <i className={styles.change}>{changeOf(now, before)}</i>}
        </span>
        <span className={styles.date}>
          <span title={when}>{when}</span>
        </span>
        <LastLine claims={claims} before={was} />
      </span>
    </a>
  );
});
