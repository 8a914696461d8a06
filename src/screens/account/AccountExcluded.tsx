import { useMemo } from 'react';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Button } from '../../ui/Button.tsx';
import { EXCLUDED, olderResults, sentWhen, type OlderResult } from './accountText.ts';
import { MoreRows, useGrowingList } from '../../parts/recordStatus/MoreRows.tsx';
import { resultsText } from '../../parts/recordStatus/recordStatusText.ts';
import { fragmentFor } from '../../parts/navigation/urlFragment.ts';
import styles from './Account.module.css';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useActions } from '../../parts/openRecord/openRecordContexts.ts';
import { countText } from '../../charts/format/format.ts';

type Withdrawn = NonNullable<RecordSnapshot['withdrawn']>;

type WithdrawnProps = { readonly count: number; readonly withdrawn: Withdrawn };

/** Withdrawn results: what and when, never a value or a way to it (rule 33). */
export function AccountWithdrawn({ count, withdrawn }: WithdrawnProps) {
  const timeZone = useTimeZone();
  const { shown, more } = useGrowingList(withdrawn);
  return (
    <section>
      <h3>Withdrawn</h3>
      <p>
        {resultsText(count)}
        {count > 0 && ', entered in error, as the server says. What they said is shown nowhere'}.
      </p>
      {withdrawn.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.list}>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">When</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ text, effective }, i) => (
                <tr key={i}>
                  <th scope="row" dir="auto">
                    {text || 'not said'}
                  </th>
                  <td>{sentWhen(effective, timeZone)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreRows shownCount={shown.length} totalCount={withdrawn.length} onMore={more} />
    </section>
  );
}

type OlderProps = {
  readonly count: number;
  readonly record: RecordSnapshot;
};

/** Versions that a newer one has replaced; the way leads to the newest alone (rule 23). */
export function AccountOlder({ count, record: { older, series } }: OlderProps) {
  const results = useMemo(() => olderResults(older ?? [], series), [older, series]);
  const { shown, more } = useGrowingList(results);
  return (
    <section>
      <h3>Older versions</h3>
      <p>
        {countText(count)} {count === 1 ? 'version' : 'versions'}
        {count > 0 && ', each an older version of a result already taken. The newest version counts'}.
      </p>
      {results.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.list}>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">When</th>
                <th scope="col" className={styles.number}>
                  Older versions
                </th>
                <th scope="col">Newest version</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((result) => (
                <OlderRow key={result.id} result={result} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreRows shownCount={shown.length} totalCount={results.length} onMore={more} />
    </section>
  );
}

/** A result whose newest version was withdrawn or excluded has no row, so it has no name here and no source. */
function OlderRow({ result: { id, count, found } }: { readonly result: OlderResult }) {
  const timeZone = useTimeZone();
  const { openSource } = useActions();
  const when = found ? sentWhen(found.effective, timeZone) : '–';
  return (
    <tr>
      <th scope="row" dir="auto">
        {found ? <a href={fragmentFor(found.seriesId)}>{found.name}</a> : 'withdrawn or excluded since'}
      </th>
      <td>{when}</td>
      <td className={styles.number}>{countText(count)}</td>
      <td>
        {found && (
          <Button
            variant="link"
            aria-label={`Source of the newest version, ${found.name}, ${when}`}
            onClick={() => openSource(id)}
          >
            Source
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Reasons and counts. Of what is not this patient's nothing else is known here, not even an id (rule 48). */
export const AccountExcluded = ({ excluded }: Pick<RecordSnapshot, 'excluded'>) => (
  <section>
    <h3>Excluded</h3>
    {excluded.length === 0 && <p>{resultsText(0)}.</p>}
    <ul>
      {excluded.map(({ reason, count }) => (
        <li key={reason}>
          {resultsText(count)}. {EXCLUDED[reason]}
        </li>
      ))}
    </ul>
  </section>
);
