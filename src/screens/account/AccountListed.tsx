import { useMemo } from 'react';
import { dateTimeText, countText } from '../../charts/format/format.ts';
import type { Series } from '../../clinical/series/series.ts';
import { Button } from '../../ui/Button.tsx';
import { listedPositions, listedReason, listedValue, type ListedPosition } from './accountText.ts';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import { MoreRows, useGrowingList } from '../../parts/recordStatus/MoreRows.tsx';
import { fragmentFor } from '../../parts/navigation/urlFragment.ts';
import styles from './Account.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useActions } from '../../parts/openRecord/openRecordContexts.ts';

type AccountListedProps = {
  readonly series: readonly Series[];
  readonly listedCount: number;
};

type ListedRowProps = { readonly position: ListedPosition };

function ListedRow({ position: { series, index, isPart } }: ListedRowProps) {
  const timeZone = useTimeZone();
  const { openSource } = useActions();
  const row = series.listed.at(index);
  if (!row) return null;
  const timeText = dateTimeText(row.timeMs, row.kind.precision, timeZone);
  return (
    <tr>
      <th scope="row" dir="auto">
        <a href={fragmentFor(series.id)}>{series.name}</a>
      </th>
      <td>{timeText}</td>
      <td dir="auto">{listedValue(row)}</td>
      <td dir="auto">{listedReason(row, isPart)}</td>
      <td>
        <Button
          variant="link"
          aria-label={`Source of the result, ${series.name}, ${timeText}`}
          onClick={() => openSource(row.id)}
        >
          Source
        </Button>
      </td>
    </tr>
  );
}

/** Lists every row without a point with its name, time, value as sent and reason (rule 17). */
export function AccountListed({ series, listedCount }: AccountListedProps) {
  const positions = useMemo(() => listedPositions(series), [series]);
  const { shown, more } = useGrowingList(positions);
  const partCount = positions.filter(({ isPart }) => isPart).length;
  return (
    <section>
      <h3>Listed</h3>
      <p>
        {resultsText(listedCount)} without a point in any chart
        {positions.length > listedCount + partCount && `, in ${countText(positions.length - partCount)} rows`}
        .
        {partCount > 0 &&
          ` ${countText(partCount)} more ${partCount === 1 ? 'row is a part' : 'rows are parts'} of results of which another part is drawn.`}
      </p>
      <div className={styles.scroll}>
        <table className={styles.list} aria-rowcount={positions.length + 1}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">When</th>
              <th scope="col">As sent</th>
              <th scope="col">Why there is no point</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((position) => (
              <ListedRow key={`${position.series.id} ${position.index}`} position={position} />
            ))}
          </tbody>
        </table>
      </div>
      <MoreRows shownCount={shown.length} totalCount={positions.length} onMore={more} />
    </section>
  );
}
