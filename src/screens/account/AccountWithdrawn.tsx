import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { MoreRows, useGrowingList } from '../../parts/recordStatus/MoreRows.tsx';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { accountTexts } from './account.messages.ts';
import { AccountTable } from './AccountTable.tsx';
import { sentTimeText } from './accountText.ts';

type AccountWithdrawnProps = {
  readonly count: number;
  readonly withdrawn: NonNullable<RecordSnapshot['withdrawn']>;
};

/** Lists withdrawn results with name and time, but never with a value or a link to it (rule 33). */
export function AccountWithdrawn({ count, withdrawn }: AccountWithdrawnProps) {
  const timeZone = useTimeZone();
  const { shown, more } = useGrowingList(withdrawn);
  return (
    <section>
      <h3>{accountTexts('withdrawn')}</h3>
      <p>{accountTexts(count > 0 ? 'withdrawnResults' : 'withdrawnNone', { results: resultsText(count) })}</p>
      {withdrawn.length > 0 && (
        <AccountTable columns={[{ heading: accountTexts('what') }, { heading: accountTexts('when') }]}>
          {shown.map(({ text, effective }, i) => (
            <tr key={i}>
              <th scope="row" dir="auto">
                {text || accountTexts('noName')}
              </th>
              <td>{sentTimeText(effective, timeZone)}</td>
            </tr>
          ))}
        </AccountTable>
      )}
      <MoreRows shownCount={shown.length} totalCount={withdrawn.length} onMore={more} />
    </section>
  );
}
