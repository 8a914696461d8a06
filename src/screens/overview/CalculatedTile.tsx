import { latestChange, latest, previous } from '../../clinical/series/newest/latest.ts';
import { resultCount } from '../../clinical/series/resultCount.ts';
import type { DerivedRule } from '../../clinical/derived/derivedRules.ts';
import type { Series } from '../../clinical/series/series.ts';
import { numberText, countText } from '../../charts/format/numberText.ts';
import { valueText } from '../../charts/format/valueText.ts';
import type { Frame } from '../../charts/axis/frame.ts';
import { Sparkline } from '../../charts/sparkline/Sparkline.tsx';
import { calculatedAttributes, calculatedValueText } from './CalculatedBriefRow.tsx';
import { CALCULATED, calculatedConcurrentText } from '../../parts/results/calculatedText.ts';
import { PreviousValue, TileDate } from '../../parts/results/TileLabels.tsx';
import { previousTimeText, tileDateText } from '../../parts/results/tileText.ts';
import { seriesFragment } from '../../parts/navigation/urlFragment.ts';
import tagStyles from '../../ui/Tag.module.css';
import brushStyles from '../../parts/timeWindow/AxisBrush.module.css';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from '../../parts/results/Tile.module.css';
import labelStyles from '../../parts/results/TileLabels.module.css';
import { lazySectionsTexts } from './lazySections.messages.ts';

/** These are the approximate widths of a letter of the name and of the count beside it. */
const [LETTER_PX, COUNT_PX] = [6.2, 56];

type CalculatedTileProps = {
  readonly rule: DerivedRule;
  readonly series: Series;
  readonly frame: Frame;
  readonly todayMs: number;
};

/** Looks like a tile of measured results, but has no flag and no range because no laboratory sent any. */
export function CalculatedTile({ rule, series, frame, todayMs }: CalculatedTileProps) {
  const row = latest(series);
  if (!row) return null;
  const { name, shortName, formula } = rule;
  const fits = name.length * LETTER_PX + COUNT_PX < frame.widthPx;
  const [value, previousRow, newestChange] = [valueText(row, series), previous(series), latestChange(series)];
  const { unitText } = series;
  const concurrent = calculatedConcurrentText(row, series);
  const count = resultCount(series, undefined, frame.startMs, frame.endMs).inside;
  return (
    <a className={styles.tile} href={seriesFragment(series.id)} {...calculatedAttributes(series, frame)}>
      <VisuallyHidden>{calculatedValueText(row, series, name, frame.timeZone)}</VisuallyHidden>
      <span className={styles.name} aria-hidden="true">
        <span
          className={labelStyles.title}
          data-tooltip={lazySectionsTexts('calculatedTitle', { name, calculated: CALCULATED, formula })}
        >
          <b>{fits ? name : shortName}</b>
          <span className={`${labelStyles.note} ${labelStyles.formula}`}>{formula}</span>
        </span>
        <span className={labelStyles.count}>
          {lazySectionsTexts('resultCount', { count, shown: countText(count) })}
        </span>
      </span>
      <span className={`${styles.plot} ${brushStyles.marked}`} data-plot="" aria-hidden="true">
        <Sparkline series={series} frame={frame} canClaimLatest />
      </span>
      <span className={styles.text} data-number="" aria-hidden="true">
        <span className={labelStyles.latest}>
          <b>{value}</b> <span>{unitText}</span>
          <i className={labelStyles.change}>
            {newestChange && changeText(newestChange.delta, newestChange.deltaText)}
          </i>
        </span>
        <span className={labelStyles.date}>
          <TileDate text={tileDateText(row, frame, todayMs)} />
          <i className={`${tagStyles.solid} ${labelStyles.tag}`}>{lazySectionsTexts('calculated')}</i>
          {concurrent && <i className={`${tagStyles.solid} ${labelStyles.tag}`}>{concurrent}</i>}
        </span>
        {previousRow && (
          <PreviousValue
            value={valueText(previousRow, series)}
            unit={unitText}
            timeText={previousTimeText(previousRow, row, frame)}
          />
        )}
      </span>
    </a>
  );
}

/** Returns the change as an arrow and an amount without its sign. */
function changeText(delta: number, deltaText: string): string {
  if (delta === 0) return '=';
  return `${delta > 0 ? '↑' : '↓'}${numberText(deltaText.replace(/^[+−]/, ''))}`;
}
