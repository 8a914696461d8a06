import { Button } from '../../ui/Button.tsx';
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
      <h3>Searches</h3>
      <p>
        The same result may come with several searches; it counts once.{' '}
        {hasFailed && (
          <Button data-retry="" onClick={retryReading}>
            Try again
          </Button>
        )}
      </p>
      <div className={styles.scroll}>
        <table className={styles.list}>
          <thead>
            <tr>
              <th scope="col">Search for</th>
              <th scope="col">State</th>
              <th scope="col" className={styles.number}>
                Pages
              </th>
              <th scope="col" className={styles.number}>
                Received
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
