import { Button } from '../../ui/Button.tsx';
import { accountTexts } from './account.messages.ts';
import { AccountTable } from './AccountTable.tsx';
import { searchStateText } from './accountText.ts';
import { searchText } from '../../parts/recordStatus/recordStatusText.ts';
import styles from './Account.module.css';
import { useActions, useLoadedRecord, useSite } from '../../parts/openRecord/openRecordContexts.ts';
import { countText } from '../../charts/format/numberText.ts';

/** Lists the searches with their states and how many results each brought. */
export function AccountSearches() {
  const { searches, ended } = useLoadedRecord();
  const { label: siteLabel } = useSite();
  const { retryReading } = useActions();
  const hasFailed = ended && searches.some(({ state }) => state === 'failed');
  return (
    <section>
      <h3>{accountTexts('searches')}</h3>
      <p>
        {accountTexts('searchesOverlap')}{' '}
        {hasFailed && (
          <Button data-retry="" onClick={retryReading}>
            {accountTexts('tryAgain')}
          </Button>
        )}
      </p>
      <AccountTable
        columns={[
          { heading: accountTexts('searchFor') },
          { heading: accountTexts('state') },
          { heading: accountTexts('pages'), isNumber: true },
          { heading: accountTexts('received'), isNumber: true },
        ]}
      >
        {searches.map((search) => (
          <tr key={search.name}>
            <th scope="row">{searchText(search)}</th>
            <td>{searchStateText(search, siteLabel)}</td>
            <td className={styles.number}>{countText(search.pages)}</td>
            <td className={styles.number}>{countText(search.received)}</td>
          </tr>
        ))}
      </AccountTable>
    </section>
  );
}
