import { FlagText } from '../../charts/marks/FlagText.tsx';
import { linearScale, roundPx } from '../../charts/axis/scale.ts';
import { hasCorrectedStatus, SymbolMark, symbolKindOf } from '../../charts/marks/symbols.tsx';
import type { ChangeItem } from './changesList.ts';
import {
  differenceText,
  itemTitle,
  itemUnit,
  itemValue,
  changeSentence,
  baselineText,
} from './changesText.ts';
import { fittingName } from '../results/tileText.ts';
import { fragmentFor } from '../navigation/urlFragment.ts';
import styles from './ChangeCell.module.css';
import { useTodayMs } from '../openRecord/openRecordContexts.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

const BASELINE_CHART = { width: 52, height: 12, inset: 5, least: 2, radius: 2.2 };

/**
 * Draws the result against its personal baseline: a bar from lowest to highest, a tick at the median, and its
 * symbol.
 */
function BaselineChart({ change: { row, baseline } }: Pick<ChangeItem, 'change'>) {
  const { width, height, inset, least, radius } = BASELINE_CHART;
  const ends = [Math.min(baseline.low, row.value), Math.max(baseline.high, row.value)] as const;
  const x = linearScale(ends, [inset, width - inset]);
  const [low, high, median] = [baseline.low, baseline.high, baseline.median].map((value) =>
    roundPx(x(value)),
  );
  return (
    <svg className={styles.baselineChart} width={width} height={height} aria-hidden="true">
      <rect className={styles.spread} x={low} y="3.5" width={Math.max(least, high! - low!)} height="5" />
      <path className={styles.tick} d={`M${median} 2v8`} />
      <SymbolMark
        kind={symbolKindOf(row.kind)}
        x={x(row.value)}
        y={height / 2}
        r={radius}
        isCorrected={hasCorrectedStatus(row.kind)}
        isDerived={row.kind.isConverted || row.kind.isParsedFromText}
      />
    </svg>
  );
}

/** Longer numbers are smaller: a number is never cut. */
const MAX_LARGE_LENGTH = 9;

type ChangeCellProps = {
  readonly item: ChangeItem;
  /** The qualifier distinguishes this series from another one of the same name. */
  readonly qualifier: string | undefined;
  /** A name may have this many characters. */
  readonly maxNameLength: number;
};

/**
 * Shows one result far from the patient's own baseline, in the order of reading. It links to the screen of
 * the result.
 */
export function ChangeCell({ item, qualifier, maxNameLength }: ChangeCellProps) {
  const timeZone = useTimeZone();
  const todayMs = useTodayMs();
  const { series } = item.change;
  const unit = itemUnit(item);
  const value = itemValue(item);
  return (
    <li className={styles.cell}>
      <a
        className={styles.link}
        href={fragmentFor(item.id)}
        aria-label={changeSentence(item, qualifier, timeZone)}
        title={itemTitle(item, todayMs, timeZone)}
      >
        <span className={styles.name}>
          <b dir="auto">
            {item.pressure ? item.name : fittingName(series, maxNameLength)}
            {qualifier && <span className={styles.qualifier}> {qualifier}</span>}
          </b>
          <FlagText kind={item.flaggedRow.kind} />
        </span>
        <span className={styles.value}>
          <b className={value.length > MAX_LARGE_LENGTH ? styles.long : undefined}>{value}</b>{' '}
          <span className={styles.unit} dir="auto">
            {unit}
          </span>{' '}
          <span className={styles.difference}>{differenceText(item)}</span>
        </span>
        <span className={styles.baseline}>
          <BaselineChart change={item.change} />
          <span className={styles.baselineText}>
            usual {baselineText(item)} <bdi>{unit}</bdi>
          </span>
        </span>
      </a>
    </li>
  );
}
