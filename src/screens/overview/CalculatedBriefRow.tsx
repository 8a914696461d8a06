import { latest } from '../../clinical/series/newest/latest.ts';
import { countInWindow } from '../../clinical/series/inWindow.ts';
import type { DerivedRule } from '../../clinical/derived/derivedRules.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { dateText } from '../../charts/format/dateText.ts';
import { valueText } from '../../charts/format/valueText.ts';
import { spokenUnit } from '../../charts/format/spokenUnit.ts';
import { CALCULATED, calculatedConcurrentText } from '../../parts/results/calculatedText.ts';
import type { TileView } from '../../parts/results/tileView.ts';
import { tileDateText } from '../../parts/results/tileText.ts';
import { seriesFragment } from '../../parts/navigation/urlFragment.ts';
import tagStyles from '../../ui/Tag.module.css';
import { ScreenReaderLabel } from '../../ui/ScreenReaderLabel.tsx';
import styles from './ResultsWithoutChart.module.css';
import { lazySectionsTexts } from './lazySections.messages.ts';

/** Returns the data attributes that docs/contract.md, section 4, promises for a series. */
export const calculatedAttributes = (series: Series, { startMs, endMs }: TileView['frame']) => {
  const row = latest(series);
  return {
    'data-series': series.id,
    'data-count': countInWindow(series, startMs, endMs),
    'data-latest': row && valueText(row, series),
    'data-unit': series.unitText,
    'data-latest-time': row && new Date(row.timeMs).toISOString(),
  };
};

/** Returns a calculated value as a voice says it. */
export const calculatedValueText = (row: Row, series: Series, name: string, timeZone: string): string =>
  [
    lazySectionsTexts('calculatedValue', {
      name,
      value: valueText(row, series),
      unit: spokenUnit(series.unitText),
      calculated: CALCULATED,
      day: dateText(row.timeMs, 'instant', timeZone),
    }),
    calculatedConcurrentText(row, series),
  ]
    .filter(Boolean)
    .join(', ');

type CalculatedBriefRowProps = {
  readonly rule: DerivedRule;
  readonly series: Series;
  readonly view: TileView;
};

/** Shows the newest calculated value as a line, marked as calculated. It links to all values and their inputs. */
export function CalculatedBriefRow({
  rule: { name, formula },
  series,
  view: { frame, todayMs },
}: CalculatedBriefRowProps) {
  const row = latest(series);
  if (!row) return null;
  const [value, { unitText }] = [valueText(row, series), series];
  const concurrent = calculatedConcurrentText(row, series);
  const newestDateText = tileDateText(row, frame, todayMs);
  return (
    <li>
      <a className={styles.brief} href={seriesFragment(series.id)} {...calculatedAttributes(series, frame)}>
        <ScreenReaderLabel text={calculatedValueText(row, series, name, frame.timeZone)}>
          <span
            className={styles.title}
            data-tooltip={lazySectionsTexts('calculatedTitle', { name, calculated: CALCULATED, formula })}
          >
            {name}
          </span>
          <span />
          <span
            className={styles.number}
            data-tooltip={[value, unitText, lazySectionsTexts('calculated')].filter(Boolean).join(' ')}
          >
            <b>{value}</b> <bdi>{unitText}</bdi>{' '}
            <i className={`${tagStyles.solid} ${styles.tag}`}>{lazySectionsTexts('calculated')}</i>
            {concurrent && <i className={`${tagStyles.solid} ${styles.tag}`}>{concurrent}</i>}
          </span>
          <span className={styles.date} data-tooltip={newestDateText}>
            {newestDateText}
          </span>
        </ScreenReaderLabel>
      </a>
    </li>
  );
}
