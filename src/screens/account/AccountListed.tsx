import { useMemo } from 'react';
import { dateTimeText } from '../../charts/format/dateText.ts';
import { countText } from '../../charts/format/numberText.ts';
import type { Series } from '../../clinical/series/series.ts';
import { Button } from '../../ui/Button.tsx';
import { accountTexts } from './account.messages.ts';
import { AccountTable } from './AccountTable.tsx';
import { listedPositions, listedReason, listedValue, type ListedPosition } from './accountText.ts';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import { MoreRows, useGrowingList } from '../../parts/recordStatus/MoreRows.tsx';
import { seriesFragment } from '../../parts/navigation/urlFragment.ts';
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
        <a href={seriesFragment(series.id)}>{series.name}</a>
      </th>
      <td>{timeText}</td>
      <td dir="auto">{listedValue(row)}</td>
      <td dir="auto">{listedReason(row, isPart)}</td>
      <td>
        <Button
          variant="link"
          aria-label={accountTexts('sourceOf', { name: series.name, time: timeText })}
          onClick={() => openSource(row.id)}
        >
          {accountTexts('source')}
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
  const results = resultsText(listedCount);
  return (
    <section>
      <h3>{accountTexts('listed')}</h3>
      <p>
        {positions.length > listedCount + partCount
          ? accountTexts('listedResultsInRows', { results, rows: countText(positions.length - partCount) })
          : accountTexts('listedResults', { results })}
        {partCount > 0 &&
          ` ${accountTexts('listedParts', { count: partCount, shown: countText(partCount) })}`}
      </p>
      <AccountTable
        columns={[
          { heading: accountTexts('what') },
          { heading: accountTexts('when') },
          { heading: accountTexts('asSent') },
          { heading: accountTexts('whyNoPoint') },
          { heading: accountTexts('source') },
        ]}
        rowCount={positions.length + 1}
      >
        {shown.map((position) => (
          <ListedRow key={`${position.series.id} ${position.index}`} position={position} />
        ))}
      </AccountTable>
      <MoreRows shownCount={shown.length} totalCount={positions.length} onMore={more} />
    </section>
  );
}
