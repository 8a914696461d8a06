import { useMemo } from 'react';
import { dateTimeText, countText } from '../../charts/format/format.ts';
import type { Series } from '../../clinical/series/series.ts';
import { Button } from '../../ui/Button.tsx';
import { listedPlaces, listedReason, listedValue, type ListedPlace } from './accountText.ts';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import { MoreRows, useGrowingList } from '../../parts/recordStatus/MoreRows.tsx';
import { fragmentFor } from '../../parts/navigation/urlFragment.ts';
import styles from './Account.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useActions } from '../../parts/openRecord/openRecordContexts.ts';

type ListedProps = {
  readonly series: readonly Series[];
  readonly listed: number;
};

function ListedRow({ place: { series, at, isPart } }: { readonly place: ListedPlace }) {
  const timeZone = useTimeZone();
  const { openSource } = useActions();
  const row = series.listed.at(at);
  if (!row) return null;
  const when = dateTimeText(row.timeMs, row.kind.precision, timeZone);
  return (
    <tr>
      <th scope="row" dir="auto">
        <a href={fragmentFor(series.id)}>{series.name}</a>
      </th>
      <td>{when}</td>
      <td dir="auto">{listedValue(row)}</td>
      <td dir="auto">{listedReason(row, isPart)}</td>
      <td>
        <Button
          variant="link"
          aria-label={`Source of the result, ${series.name}, ${when}`}
          onClick={() => openSource(row.id)}
        >
          Source
        </Button>
      </td>
    </tr>
  );
}

/** Every row without a point: what, when, as sent, and why. Rule 17. */
export function AccountListed({ series, listed }: ListedProps) {
  const places = useMemo(() => listedPlaces(series), [series]);
  const { shown, more } = useGrowingList(places);
  const parts = places.filter(({ isPart }) => isPart).length;
  return (
    <section>
      <h3>Listed</h3>
      <p>
        {resultsText(listed)} without a point in any chart
        {places.length > listed + parts && `, in ${countText(places.length - parts)} rows`}.
        {parts > 0 &&
          ` ${countText(parts)} more ${parts === 1 ? 'row is a part' : 'rows are parts'} of results of which another part is drawn.`}
      </p>
      <div className={styles.scroll}>
        <table className={styles.list} aria-rowcount={places.length + 1}>
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
            {shown.map((place) => (
              <ListedRow key={`${place.series.id} ${place.at}`} place={place} />
            ))}
          </tbody>
        </table>
      </div>
      <MoreRows shownCount={shown.length} totalCount={places.length} onMore={more} />
    </section>
  );
}
