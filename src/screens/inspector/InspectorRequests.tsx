import { useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { CORS_HINT, NO_ANSWER, type RequestRow, type RequestTable } from './requestRows.ts';
import styles from './Inspector.module.css';

/** A long record has thousands of requests, and readers look for the newest. */
const INITIAL_ROW_COUNT = 200;

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
const NUMBER_COLUMNS = ['Page', 'ms', 'Resources'];

/** Lists every request to the FHIR server, newest first, below the totals of all requests. */
export function InspectorRequests({ requests }: { readonly requests: RequestTable }) {
  const [isComplete, setComplete] = useState(false);
  const list = useRef<HTMLElement>(null);
  const { rows, totals, unansweredCount } = requests;
  const showAll = () => {
    setComplete(true);
    list.current?.focus({ preventScroll: true }); // because the focused button disappears
  };
  const numbered = rows.map((row, index) => ({ row, index })).toReversed();
  const visible = isComplete ? numbered : numbered.slice(0, INITIAL_ROW_COUNT);
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">Requests to the FHIR server</h2>
      <p
        className={styles.totals}
        data-requests={totals.requests}
        data-failed={totals.failed}
        data-resources={totals.resources}
      >
        <Total value={totals.requests} label="requests" />
        <Total value={totals.failed} label="failed" />
        <Total value={totals.resources} label="resources" />
        <Total value={totals.slowestMs} label="ms slowest" />
        <Total value={totals.medianMs} label="ms median" />
      </p>
      {unansweredCount > 0 && <p className={styles.note}>{CORS_HINT}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the section is scrolled by keyboard too */}
      <section ref={list} className={styles.scroll} tabIndex={0} aria-label="Requests, newest first">
        <table className={styles.table}>
          <caption>Newest first. Times are UTC.</caption>
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th
                  key={name}
                  scope="col"
                  className={NUMBER_COLUMNS.includes(name) ? styles.number : undefined}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {visible.map(({ row, index }) => (
              <RequestTableRow key={index} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      {visible.length < rows.length && <Button onClick={showAll}>Show all {rows.length} requests</Button>}
    </section>
  );
}

type TotalProps = { readonly value: number | undefined; readonly label: string };

const Total = ({ value, label }: TotalProps) => (
  <span>
    <b>{value ?? '–'}</b> {label}
  </span>
);

const isFailure = (status: string): boolean => status === NO_ANSWER || Number(status) >= 400;

type RequestTableRowProps = { readonly row: RequestRow };

const RequestTableRow = ({
  row: { resourceType, page, startedText, durationText, status, count, outcomes, headers },
}: RequestTableRowProps) => (
  <tr>
    <th scope="row">{resourceType}</th>
    <td className={styles.number}>{page}</td>
    <td>{startedText}</td>
    <td className={styles.number}>{durationText}</td>
    <td>{isFailure(status) ? <span className={styles.wrong}>{status}</span> : status}</td>
    <td className={styles.number}>{count}</td>
    <td>{outcomes}</td>
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
