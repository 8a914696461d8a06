import { latest } from '../../clinical/series/latest.ts';
import { countInWindow } from '../../clinical/series/inWindow.ts';
import type { DerivedRule } from '../../clinical/derived/derivedRules.ts';
import type { Series } from '../../clinical/series/series.ts';
import { dateText, valueText } from '../../charts/format/format.ts';
import { CALCULATED } from '../../parts/results/calculatedText.ts';
import type { TileView } from '../../parts/results/tileView.ts';
import { tileDateText } from '../../parts/results/tileText.ts';
import { fragmentFor } from '../../parts/navigation/urlFragment.ts';
import tagStyles from '../../ui/Tag.module.css';
import styles from './ResultsWithoutChart.module.css';

/** The hooks of contract.md, section 4. */
export const calculatedData = (series: Series, { startMs, endMs }: TileView['frame']) => {
  const row = latest(series);
  return {
    'data-series': series.id,
    'data-count': countInWindow(series, startMs, endMs),
    'data-latest': row && valueText(row, series),
    'data-unit': series.unitText,
    'data-latest-time': row && new Date(row.timeMs).toISOString(),
  };
};

type CalculatedRowProps = { readonly rule: DerivedRule; readonly series: Series; readonly view: TileView };

/** The last calculated value as a line, marked as such; it leads to all of them and to what each was calculated from. */
export function CalculatedRow({
  rule: { name, formula },
  series,
  view: { frame, todayMs },
}: CalculatedRowProps) {
  const row = latest(series);
  if (!row) return null;
  const [value, { unitText }] = [valueText(row, series), series];
  const day = dateText(row.timeMs, 'instant', frame.timeZone);
  const when = tileDateText(row, frame, todayMs);
  return (
    <li>
      <a
        className={styles.brief}
        href={fragmentFor(series.id)}
        aria-label={`${name} ${value} ${unitText}, ${CALCULATED}, ${day}`}
        {...calculatedData(series, frame)}
      >
        <span className={styles.title} title={`${name}, ${CALCULATED}: ${formula}`}>
          {name}
        </span>
        <span className={styles.number}>
          <b>{value}</b> <bdi>{unitText}</bdi>{' '}
          <i className={`${tagStyles.solid} ${styles.tag}`}>calculated</i>
        </span>
        <span className={styles.date} title={when}>
          {when}
        </span>
      </a>
    </li>
  );
}
