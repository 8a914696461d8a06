import { latestChange, latest, previous } from '../../clinical/series/latest.ts';
import { countInWindow } from '../../clinical/series/inWindow.ts';
import type { DerivedRule } from '../../clinical/derived/derivedRules.ts';
import type { Series } from '../../clinical/series/series.ts';
import { dateText, numberText, valueText, countText } from '../../charts/format/format.ts';
import type { Frame } from '../../charts/axis/frame.ts';
import { Sparkline } from '../../charts/sparkline/Sparkline.tsx';
import { calculatedData } from './CalculatedRow.tsx';
import { CALCULATED } from '../../parts/results/calculatedText.ts';
import { PreviousValue, TileDate } from '../../parts/results/TileLabels.tsx';
import { previousTimeText, tileDateText } from '../../parts/results/tileText.ts';
import { fragmentFor } from '../../parts/navigation/urlFragment.ts';
import tagStyles from '../../ui/Tag.module.css';
import brushStyles from '../../parts/timeWindow/AxisBrush.module.css';
import styles from '../../parts/results/Tile.module.css';

/** About as wide as a letter of the name, and the count beside it. */
const [LETTER_PX, COUNT_PX] = [6.2, 36];

type CalculatedTileProps = {
  readonly rule: DerivedRule;
  readonly series: Series;
  readonly frame: Frame;
  readonly todayMs: number;
};

/** Like a tile of measured results, without flag and range: nobody sent any. Leads to its inputs. */
export function CalculatedTile({ rule, series, frame, todayMs }: CalculatedTileProps) {
  const row = latest(series);
  if (!row) return null;
  const { name, shortName, formula } = rule;
  const fits = name.length * LETTER_PX + COUNT_PX < frame.widthPx;
  const [value, before, step] = [valueText(row, series), previous(series), latestChange(series)];
  const { unitText } = series;
  const count = countInWindow(series, frame.startMs, frame.endMs);
  const day = dateText(row.timeMs, 'instant', frame.timeZone);
  const arrow = step === undefined ? '' : arrowOf(step.delta, step.deltaText);
  return (
    <a
      className={styles.tile}
      href={fragmentFor(series.id)}
      aria-label={`${name} ${value} ${unitText}, ${CALCULATED}, ${day}`}
      {...calculatedData(series, frame)}
    >
      <span className={styles.name}>
        <span className={styles.title} title={`${name}, ${CALCULATED}: ${formula}`}>
          <b>{fits ? name : shortName}</b>
          <span className={styles.note}>{formula}</span>
        </span>
        <span className={styles.count}>n {countText(count)}</span>
      </span>
      <span className={`${styles.plot} ${brushStyles.marked}`} data-plot="">
        <Sparkline series={series} frame={frame} canClaimLatest />
      </span>
      <span className={styles.text}>
        <span className={styles.latest}>
          <b>{value}</b> <span>{unitText}</span>
          <i className={styles.change}>{arrow}</i>
        </span>
        <span className={styles.date}>
          <TileDate text={tileDateText(row, frame, todayMs)} />
          <i className={`${tagStyles.solid} ${styles.tag}`}>calculated</i>
        </span>
        {before && (
          <PreviousValue
            value={valueText(before, series)}
            unit={unitText}
            timeTextBeside={(characters) => previousTimeText(before, row, frame, characters)}
          />
        )}
      </span>
    </a>
  );
}

function arrowOf(delta: number, deltaText: string): string {
  if (delta === 0) return '=';
  return `${delta > 0 ? '↑' : '↓'}${numberText(deltaText.replace(/^[+−]/, ''))}`;
}
