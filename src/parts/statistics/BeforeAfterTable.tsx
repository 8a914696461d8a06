import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import { numberText, countText } from '../../charts/format/numberText.ts';
import type { Strip } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import { beforeAfter, type BeforeAfterSide } from '../../clinical/change/beforeAfter.ts';
import type { Series } from '../../clinical/series/series.ts';
import { momentText } from '../strips/stripText.ts';
import { resultsText } from '../recordStatus/recordStatusText.ts';
import { notCountedParts } from './windowStatisticsText.ts';
import styles from './StatisticsTable.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { statisticsTexts } from './statistics.messages.ts';

/** A blood pressure has two medians. */
type ComparedStrip = Pick<Strip, 'series' | 'partner' | 'name'>;

const rowsOf = ({
  series,
  partner,
  name,
}: ComparedStrip): { readonly name: string; readonly series: Series }[] =>
  partner
    ? [
        { name: statisticsTexts('systolicOf', { name }), series },
        { name: statisticsTexts('diastolicOf', { name }), series: partner },
      ]
    : [{ name, series }];

type SideProps = {
  readonly side: BeforeAfterSide;
  readonly unit: string;
  /** Nothing of the window was left out. */
  readonly isAll: boolean;
};

function SideCells({ side: { count, medianText, days, toCheck }, unit, isAll }: SideProps) {
  if (count === 0)
    return <td className={styles.quiet}>{statisticsTexts(isAll ? 'noResult' : 'noneCounted')}</td>;
  return (
    <td>
      <b>{numberText(medianText)}</b> <bdi>{unit}</bdi>{' '}
      <span className={styles.quiet}>
        {statisticsTexts('resultsInDays', {
          results:
            toCheck > 0
              ? statisticsTexts('someToCheck', { results: resultsText(count), shown: countText(toCheck) })
              : resultsText(count),
          count: days,
          days: countText(days),
        })}
      </span>
    </td>
  );
}

/**
 * Returns the difference of the two medians as they are shown, if both sides have one. Where they look alike, a difference that
 * is more than the noise of binary fractions is told with one digit, as on a tile.
 */
function differenceText(before: BeforeAfterSide, after: BeforeAfterSide): string {
  if (before.median === undefined || after.median === undefined) return '–';
  const decimals = Math.max(
    ...[before, after].map(({ medianText }) => medianText.split('.')[1]?.length ?? 0),
  );
  const shown = Number(after.medianText) - Number(before.medianText);
  const difference = shown || after.median - before.median;
  const size = Math.abs(difference);
  if (size < 10 ** -decimals / 1000) return '=';
  const sizeText = numberText(shown === 0 ? size.toPrecision(1) : size.toFixed(decimals));
  return `${difference > 0 ? '↑' : '↓'}${sizeText}`;
}

type BeforeAfterProps = {
  readonly strips: readonly ComparedStrip[];
  readonly span: TimeSpan;
  readonly momentMs: number;
  /** The label names a moment that is more than a time. */
  readonly momentLabel?: string | undefined;
  readonly complete: boolean;
};

/** Compares each measure inside the window before and after a moment. */
export function BeforeAfterTable({ strips, span, momentMs, momentLabel, complete }: BeforeAfterProps) {
  const timeZone = useTimeZone();
  const moment = momentLabel ?? momentText(momentMs, timeZone);
  return (
    <div className={styles.aligned}>
      <table>
        <caption>
          {statisticsTexts(complete ? 'beforeAndAfter' : 'beforeAndAfterIncomplete', { moment })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{statisticsTexts('result')}</th>
            <th scope="col">{statisticsTexts('medianBefore')}</th>
            <th scope="col">{statisticsTexts('medianAfter')}</th>
            <th scope="col">{statisticsTexts('difference')}</th>
            <th scope="col">{statisticsTexts('leftOut')}</th>
          </tr>
        </thead>
        <tbody>
          {strips.flatMap(rowsOf).map(({ name, series }) => {
            const { before, after, notCounted } = beforeAfter(series, span, momentMs, (row) =>
              rowTimeSpan(row, timeZone),
            );
            const unit = series.unitText;
            const leftOut = notCountedParts(notCounted).join(', ');
            return (
              <tr key={series.id}>
                <th scope="row">{name}</th>
                <SideCells side={before} isAll={leftOut === ''} unit={unit} />
                <SideCells side={after} isAll={leftOut === ''} unit={unit} />
                <td>{differenceText(before, after)}</td>
                <td className={styles.quiet}>{leftOut}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
