import { useMemo } from 'react';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import type { Series } from '../../clinical/series/series.ts';
import { seriesFragment } from '../../parts/navigation/urlFragment.ts';
import { useActions } from '../../parts/openRecord/openRecordContexts.ts';
import { MoreRows, useGrowingList } from '../../parts/recordStatus/MoreRows.tsx';
import { countText } from '../../charts/format/numberText.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Button } from '../../ui/Button.tsx';
import { accountTexts } from './account.messages.ts';
import { AccountTable } from './AccountTable.tsx';
import { olderResults, sentTimeText, type OlderResult } from './accountText.ts';
import styles from './Account.module.css';

type AccountOlderVersionsProps = {
  readonly count: number;
  readonly older: NonNullable<RecordSnapshot['older']>;
  readonly series: readonly Series[];
};

/** Lists the results of which a newer version has replaced older ones. Only the newest has a source (rule 23). */
export function AccountOlderVersions({ count, older, series }: AccountOlderVersionsProps) {
  const results = useMemo(() => olderResults(older, series), [older, series]);
  const { shown, more } = useGrowingList(results);
  return (
    <section>
      <h3>{accountTexts('olderVersions')}</h3>
      <p>{accountTexts('olderVersionCount', { count, shown: countText(count) })}</p>
      {results.length > 0 && (
        <AccountTable
          columns={[
            { heading: accountTexts('what') },
            { heading: accountTexts('when') },
            { heading: accountTexts('olderVersions'), isNumber: true },
            { heading: accountTexts('newestVersion') },
          ]}
        >
          {shown.map((result) => (
            <OlderVersionRow key={result.id} result={result} />
          ))}
        </AccountTable>
      )}
      <MoreRows shownCount={shown.length} totalCount={results.length} onMore={more} />
    </section>
  );
}

/** A result whose newest version was withdrawn or excluded has no row, so it has neither a name here nor a source. */
function OlderVersionRow({ result: { id, count, newest } }: { readonly result: OlderResult }) {
  const timeZone = useTimeZone();
  const { openSource } = useActions();
  const timeText = newest ? sentTimeText(newest.effective, timeZone) : '–';
  return (
    <tr>
      <th scope="row" dir="auto">
        {newest ? (
          <a href={seriesFragment(newest.seriesId)}>{newest.name}</a>
        ) : (
          accountTexts('newestVersionGone')
        )}
      </th>
      <td>{timeText}</td>
      <td className={styles.number}>{countText(count)}</td>
      <td>
        {newest && (
          <Button
            variant="link"
            aria-label={accountTexts('sourceOfNewest', { name: newest.name, time: timeText })}
            onClick={() => openSource(id)}
          >
            {accountTexts('source')}
          </Button>
        )}
      </td>
    </tr>
  );
}
