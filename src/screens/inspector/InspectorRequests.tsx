import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { inspectorTexts } from './inspector.messages.ts';
import { CORS_HINT, NO_ANSWER, REDIRECTED, type RequestRow, type RequestTable } from './requestRows.ts';
import styles from './Inspector.module.css';

/** A long record has thousands of requests, and readers look for the newest. */
const INITIAL_ROW_COUNT = 200;

const COLUMNS = [
  { name: inspectorTexts('type') },
  { name: inspectorTexts('page'), isNumber: true },
  { name: inspectorTexts('started') },
  { name: inspectorTexts('ms'), isNumber: true },
  { name: inspectorTexts('status') },
  { name: inspectorTexts('resources'), isNumber: true },
  { name: inspectorTexts('serverSaid') },
  { name: inspectorTexts('readableHeaders') },
];

/** Lists every request to the FHIR server, newest first, below the totals of all requests. */
export function InspectorRequests({ requests }: { readonly requests: RequestTable }) {
  const [isComplete, setComplete] = useState(false);
  const list = useRef<HTMLElement>(null);
  const { rows, totals, unansweredCount } = requests;
  const showAll = () => {
    setComplete(true);
    list.current?.focus({ preventScroll: true }); // the focused button disappears
  };
  const numbered = rows.map((row, index) => ({ row, index })).toReversed();
  const visible = isComplete ? numbered : numbered.slice(0, INITIAL_ROW_COUNT);
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">{inspectorTexts('requests')}</h2>
      <p
        className={styles.totals}
        data-requests={totals.requests}
        data-failed={totals.failed}
        data-resources={totals.resources}
      >
        <Total value={totals.requests} kind="requestTotal" />
        <Total value={totals.failed} kind="failedTotal" />
        <Total value={totals.resources} kind="resourceTotal" />
        <Total value={totals.slowestMs} kind="slowest" />
        <Total value={totals.medianMs} kind="median" />
      </p>
      {unansweredCount > 0 && <p className={styles.note}>{CORS_HINT}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the section is scrolled by keyboard too */}
      <section ref={list} className={styles.scroll} tabIndex={0} aria-label={inspectorTexts('requestList')}>
        <table className={styles.table}>
          <caption>{inspectorTexts('requestCaption')}</caption>
          <thead>
            <tr>
              {COLUMNS.map(({ name, isNumber }) => (
                <th key={name} scope="col" className={isNumber ? styles.number : undefined}>
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
      {visible.length < rows.length && (
        <Button onClick={showAll}>{inspectorTexts('showAll', { count: String(rows.length) })}</Button>
      )}
    </section>
  );
}

type TotalProps = {
  readonly value: number | undefined;
  readonly kind: 'requestTotal' | 'failedTotal' | 'resourceTotal' | 'slowest' | 'median';
};

const bold = (part: ReactNode, key: number) => <b key={key}>{part}</b>;

const Total = ({ value, kind }: TotalProps) => (
  <span>{inspectorTexts.rich(kind, { value: String(value ?? '–'), b: bold })}</span>
);

const isFailure = (status: string): boolean =>
  [NO_ANSWER, REDIRECTED].includes(status) || Number(status) >= 400;

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
          <summary>
            {inspectorTexts('headerCount', { count: headers.length, shown: String(headers.length) })}
          </summary>
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
