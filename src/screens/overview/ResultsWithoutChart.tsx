import { reasonText } from '../../clinical/observation/reasons.ts';
import type { RowKind } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { dateText, numberText } from '../../charts/format/format.ts';
import { accountAttributes } from '../../parts/recordStatus/accountAttributes.ts';
import { fragmentFor } from '../../parts/navigation/urlFragment.ts';
import styles from './ResultsWithoutChart.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

type ResultsWithoutChartProps = {
  readonly series: readonly Series[];
  /** The names of analytes that a complete record does not hold. */
  readonly absentNames: readonly string[];
  /** The qualifiers that tell series of one name apart, by the ids of the series. */
  readonly qualifiers: ReadonlyMap<string, string>;
};

/** A result that was not released, or that was cancelled, is listed without its value (rules 34 and 36). */
const isValueHidden = ({ reason, status }: RowKind) =>
  reason === 'preliminary-hidden' || status === 'cancelled';

type ListedSeriesRowProps = {
  readonly series: Series;
  readonly qualifier: string | undefined;
};

function ListedSeriesRow({ series, qualifier }: ListedSeriesRowProps) {
  const timeZone = useTimeZone();
  const newest = series.listed.at(0);
  if (!newest) return null;
  const { kind, timeMs, valueText } = newest;
  const sentText = `${kind.comparator}${numberText(valueText)} ${kind.unit}`.trim();
  const value =
    isValueHidden(kind) || !valueText
      ? reasonText(newest)
      : kind.reason === 'text'
        ? `“${valueText}”`
        : sentText;
  return (
    <li>
      <a className={styles.row} href={fragmentFor(series.id)} data-series={series.id} data-count={0}>
        <span
          className={styles.title}
          title={qualifier ? `${series.name}, ${qualifier}` : series.name}
          dir="auto"
        >
          {series.name}
          {qualifier && <span className={styles.qualifier}> {qualifier}</span>}
        </span>
        <span className={kind.reason === 'text' ? styles.quote : styles.value} title={value} dir="auto">
          {value}
        </span>
        <span className={styles.date} {...accountAttributes(series.account)}>
          {dateText(timeMs, kind.precision, timeZone)}
        </span>
      </a>
    </li>
  );
}

/** Lists the results that cannot be drawn. Each links to all its rows. */
export function ResultsWithoutChart({ series, absentNames, qualifiers }: ResultsWithoutChartProps) {
  if (series.length === 0 && absentNames.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{series.length > 0 ? 'Not on a curve' : 'Not in this record'}</h2>
      <ul>
        {series.map((one) => (
          <ListedSeriesRow key={one.id} series={one} qualifier={qualifiers.get(one.id)} />
        ))}
      </ul>
      {absentNames.length > 0 && (
        <p className={styles.absent}>No results in this record: {absentNames.join(', ')}.</p>
      )}
    </section>
  );
}
