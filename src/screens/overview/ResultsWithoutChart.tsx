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
  /** Names of analytes of which there is nothing in a completely read record. */
  readonly absent: readonly string[];
  /** What tells series of one name apart, by their ids. */
  readonly qualifiers: ReadonlyMap<string, string>;
};

/** Rules 34 and 36: what was not released, or never became a result, stands here without its value. */
const isHidden = ({ reason, status }: RowKind) => reason === 'preliminary-hidden' || status === 'cancelled';

type ListedSeriesProps = {
  readonly series: Series;
  readonly qualifier: string | undefined;
};

function ListedSeries({ series, qualifier }: ListedSeriesProps) {
  const timeZone = useTimeZone();
  const newest = series.listed.at(0);
  if (!newest) return null;
  const { kind, timeMs, valueText } = newest;
  const sent = `${kind.comparator}${numberText(valueText)} ${kind.unit}`.trim();
  const value =
    isHidden(kind) || !valueText ? reasonText(newest) : kind.reason === 'text' ? `“${valueText}”` : sent;
  return (
    <li>
      <a className={styles.row} href={fragmentFor(series.id)} data-series={series.id} data-count={0}>
        <span
          className={styles.title}
          title={qualifier ? `${series.name}, ${qualifier}` : series.name}
          dir="auto"
        >
          {series.name}
          {qualifier && <span className={styles.apart}> {qualifier}</span>}
        </span>
        <span className={kind.reason === 'text' ? styles.said : styles.value} title={value} dir="auto">
          {value}
        </span>
        <span className={styles.date} {...accountAttributes(series.account)}>
          {dateText(timeMs, kind.precision, timeZone)}
        </span>
      </a>
    </li>
  );
}

/** Results that no curve can hold are still here, in words, and lead to all their rows. */
export function ResultsWithoutChart({ series, absent, qualifiers }: ResultsWithoutChartProps) {
  if (series.length === 0 && absent.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{series.length > 0 ? 'Not on a curve' : 'Not in this record'}</h2>
      <ul>
        {series.map((one) => (
          <ListedSeries key={one.id} series={one} qualifier={qualifiers.get(one.id)} />
        ))}
      </ul>
      {absent.length > 0 && <p className={styles.absent}>No results in this record: {absent.join(', ')}.</p>}
    </section>
  );
}
