import { Button } from '../../ui/Button.tsx';
import { accountTexts } from './account.messages.ts';
import { searchStateText } from './accountText.ts';
import { searchText } from '../../parts/recordStatus/recordStatusText.ts';
import styles from './Account.module.css';
import { useActions, useLoadedRecord, useSite } from '../../parts/openRecord/openRecordContexts.ts';
import { countText } from '../../charts/format/format.ts';

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
      <div className={styles.scroll}>
        <table className={styles.list}>
          <thead>
            <tr>
              <th scope="col">{accountTexts('searchFor')}</th>
              <th scope="col">{accountTexts('state')}</th>
              <th scope="col" className={styles.number}>
                {accountTexts('pages')}
              </th>
              <th scope="col" className={styles.number}>
                {accountTexts('received')}
              </th>
            </tr>
          </thead>
          <tbody>
            {searches.map((search) => (
              <tr key={search.name}>
                <th scope="row">{searchText(search)}</th>
                <td>{searchStateText(search, siteLabel)}</td>
                <td className={styles.number}>{countText(search.pages)}</td>
                <td className={styles.number}>{countText(search.received)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
