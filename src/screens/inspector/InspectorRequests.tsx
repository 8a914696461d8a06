import { useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { HOW_CORS_SHOWS, NO_ANSWER, type RequestRow, type RequestTable } from './requestRows.ts';
import styles from './Inspector.module.css';

/** A long record has thousands; the newest are what somebody looks for. */
const SHOWN_AT_FIRST = 200;

const COLUMNS = [
  'Type',
  'Page',
  'Started',
  'ms',
  'Status',
  'Resources',
  'Server said',
  'Headers that the browser may read',
];
const NUMBERS = ['Page', 'ms', 'Resources'];

/** Every exchange with the FHIR server, newest on top, with what can be said of all of them in front. */
export function InspectorRequests({ requests }: { readonly requests: RequestTable }) {
  const [isWhole, setIsWhole] = useState(false);
  const list = useRef<HTMLElement>(null);
  const { rows, totals, unanswered } = requests;
  const showAll = () => {
    setIsWhole(true);
    list.current?.focus({ preventScroll: true }); // the button goes away
  };
  const numbered = rows.map((row, index) => ({ row, index })).toReversed();
  const shown = isWhole ? numbered : numbered.slice(0, SHOWN_AT_FIRST);
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">Requests to the FHIR server</h2>
      <p
        className={styles.totals}
        data-requests={totals.requests}
        data-failed={totals.failed}
        data-resources={totals.resources}
      >
        <Total value={totals.requests} of="requests" />
        <Total value={totals.failed} of="failed" />
        <Total value={totals.resources} of="resources" />
        <Total value={totals.slowestMs} of="ms slowest" />
        <Total value={totals.medianMs} of="ms median" />
      </p>
      {unanswered > 0 && <p className={styles.told}>{HOW_CORS_SHOWS}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keyboard too */}
      <section ref={list} className={styles.scroll} tabIndex={0} aria-label="Requests, newest first">
        <table className={styles.table}>
          <caption>Newest first. Times are UTC.</caption>
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col" className={NUMBERS.includes(name) ? styles.number : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, index }) => (
              <Row key={index} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      {shown.length < rows.length && <Button onClick={showAll}>Show all {rows.length} requests</Button>}
    </section>
  );
}

const Total = ({ value, of }: { readonly value: number | undefined; readonly of: string }) => (
  <span>
    <b>{value ?? '–'}</b> {of}
  </span>
);

const isFailure = (status: string): boolean => status === NO_ANSWER || Number(status) >= 400;

const Row = ({
  row: { resourceType, page, started, durationMs, status, count, said, headers },
}: {
  readonly row: RequestRow;
}) => (
  <tr>
    <th scope="row">{resourceType}</th>
    <td className={styles.number}>{page}</td>
    <td>{started}</td>
    <td className={styles.number}>{durationMs}</td>
    <td>{isFailure(status) ? <span className={styles.wrong}>{status}</span> : status}</td>
    <td className={styles.number}>{count}</td>
    <td>{said}</td>
    <td>
      {headers.length > 0 && (
        <details>
          <summary>{headers.length} headers</summary>
          <ul>
            {headers.map(({ name, value }) => (
              <li key={name}>
                <code>{name}</code> {value}
              </li>
            ))}
          </ul>
        </details>
      )}
    </td>
  </tr>
);
