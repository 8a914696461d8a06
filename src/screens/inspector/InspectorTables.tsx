import { Fragment } from 'react';
import type { Finding } from '../../smart/inspection/finding.ts';
import type { ScopeRow } from '../../smart/inspection/scopeRows.ts';
import type { Fact } from './inspection.ts';
import styles from './Inspector.module.css';

type FactTableProps = { readonly caption: string; readonly facts: readonly Fact[] };

/** Lists facts with their values and a note on what follows from them. */
export const FactTable = ({ caption, facts }: FactTableProps) => (
  <table className={styles.table}>
    <caption>{caption}</caption>
    <tbody>
      {facts.map(({ name, values, note }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>
            {values.map((value) => (
              <code key={value}>{value}</code>
            ))}
            {note && <p>{note}</p>}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

type FindingTableProps = { readonly caption: string; readonly findings: readonly Finding[] };

export const FindingTable = ({ caption, findings }: FindingTableProps) => (
  <table className={styles.table}>
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">Field</th>
        <th scope="col" className={styles.state}>
          State
        </th>
        <th scope="col">What the server says, and why it matters</th>
      </tr>
    </thead>
    <tbody>
      {findings.map(({ field, value, state, why }) => (
        <tr key={field} data-state={state}>
          <th scope="row">
            {field.split(/(?<=_)/).map((part) => (
              <Fragment key={part}>
                {part}
                <wbr />
              </Fragment>
            ))}
          </th>
          <td>
            <span className={styles[state]}>{state}</span>
          </td>
          <td>
            <code>{value}</code>
            <p>{why}</p>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

export const ScopeTable = ({ scopes }: { readonly scopes: readonly ScopeRow[] }) => (
  <table className={`${styles.table} ${styles.scopes}`}>
    <caption>Scopes asked, granted and used</caption>
    <thead>
      <tr>
        <th scope="col">Scope</th>
        <th scope="col">Asked</th>
        <th scope="col">Granted</th>
        <th scope="col">Used</th>
      </tr>
    </thead>
    <tbody>
      {scopes.map(({ scope, requested, granted, used }, index) => (
        <tr key={`${scope} ${index}`}>
          <th scope="row">
            <code>{scope}</code>
          </th>
          <td>{requested}</td>
          <td>
            {granted === 'no' || granted.startsWith('in part') ? (
              <span className={styles.missing}>{granted}</span>
            ) : (
              granted
            )}
          </td>
          <td>{used}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
