import { FlagText } from '../../charts/marks/FlagText.tsx';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { NewerResult } from '../../clinical/series/newest/newerUncharted.ts';
import type { Series } from '../../clinical/series/series.ts';
import { NewerLine } from '../../parts/results/newer/NewerLine.tsx';
import {
  newerWords,
  resultWithoutCurve,
  spokenNewer,
  spokenWithoutCurve,
  withoutCurveText,
} from '../../parts/results/newer/newerText.ts';
import type { SeriesEntry } from '../../parts/results/tileLayout.ts';
import { GrowingList } from '../../parts/recordStatus/MoreRows.tsx';
import { accountAttributes } from '../../parts/recordStatus/accountAttributes.ts';
import { seriesFragment } from '../../parts/navigation/urlFragment.ts';
import styles from './ResultsWithoutChart.module.css';
import { ScreenReaderLabel } from '../../ui/ScreenReaderLabel.tsx';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { lazySectionsTexts } from './lazySections.messages.ts';

type ResultsWithoutChartProps = {
  readonly listed: readonly SeriesEntry[];
  /** These are the names of analytes that a complete record does not hold. */
  readonly absentNames: readonly string[];
  /** These are the qualifiers that tell series of one name apart, by the ids of the series. */
  readonly qualifiers: ReadonlyMap<string, string>;
};

/** A text stands in quotation marks, as it was sent. */
const isQuoted = ({ kind, valueText }: Row) => kind.reason === 'text' && valueText !== '';

type ListedSeriesRowProps = {
  readonly series: Series;
  readonly newer: readonly NewerResult[];
  readonly qualifier: string | undefined;
};

/** Shows the newest result with its value, flag and date, and what may be newer elsewhere (rule 13). */
export function ListedSeriesRow({ series, newer, qualifier }: ListedSeriesRowProps) {
  const timeZone = useTimeZone();
  const newest = resultWithoutCurve(series);
  if (!newest) return null;
  const { row } = newest.lead;
  const { value, unit, remark, kind, when } = newerWords(newest, { timeZone });
  const shown = isQuoted(row) ? lazySectionsTexts('quoted', { text: value }) : value;
  const { name } = series;
  const label = qualifier ? lazySectionsTexts('nameWithQualifier', { name, qualifier }) : name;
  const spoken = [
    `${label} ${spokenWithoutCurve(newest, timeZone)}`,
    spokenNewer(newer, { timeZone, shownRow: row }),
  ];
  return (
    <li>
      <a className={styles.row} href={seriesFragment(series.id)} data-series={series.id} data-count={0}>
        <ScreenReaderLabel text={spoken.filter(Boolean).join('; ')}>
          <span className={styles.title} data-tooltip={label} dir="auto">
            {name}
            {qualifier && <span className={styles.qualifier}> {qualifier}</span>}
          </span>
          <span
            className={isQuoted(row) ? styles.quote : styles.value}
            data-tooltip={
              isQuoted(row)
                ? lazySectionsTexts('quotedAt', {
                    text: row.valueText,
                    when: [remark.replace(/^,? /, ''), when].filter(Boolean).join(', '),
                  })
                : withoutCurveText(newest, timeZone)
            }
          >
            <bdi>{shown}</bdi>
            {unit && <bdi> {unit}</bdi>}
            {remark}
            {kind.flag && kind.flag !== 'N' && ' '}
            <FlagText kind={kind} />
          </span>
          <span className={styles.date} {...accountAttributes(series.account)}>
            {when}
          </span>
          <NewerLine {...{ newer, timeZone }} shownRow={row} className={styles.newer} />
        </ScreenReaderLabel>
      </a>
    </li>
  );
}

/** Lists the results that cannot be drawn. Each links to all its rows. */
export function ResultsWithoutChart({ listed, absentNames, qualifiers }: ResultsWithoutChartProps) {
  if (listed.length === 0 && absentNames.length === 0) return null;
  return (
    <>
      <h2 className={styles.heading}>
        {lazySectionsTexts(listed.length > 0 ? 'notOnCurve' : 'notInRecord')}
      </h2>
      {listed.length > 0 && (
        <GrowingList all={listed}>
          {({ id, series, newer }) => (
            <ListedSeriesRow key={id} {...{ series, newer }} qualifier={qualifiers.get(id)} />
          )}
        </GrowingList>
      )}
      {absentNames.length > 0 && (
        <p className={styles.absent}>{lazySectionsTexts('absentNames', { names: absentNames.join(', ') })}</p>
      )}
    </>
  );
}
