import { Fragment } from 'react';
import type { Finding } from '../../smart/inspection/finding.ts';
import type { ScopeRow } from '../../smart/inspection/scopeRows.ts';
import type { Fact } from './inspection.ts';
import { inspectorTexts } from './inspector.messages.ts';
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
        <th scope="col">{inspectorTexts('field')}</th>
        <th scope="col" className={styles.state}>
          {inspectorTexts('state')}
        </th>
        <th scope="col">{inspectorTexts('finding')}</th>
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
            <span className={styles[state]}>{inspectorTexts(state)}</span>
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
    <caption>{inspectorTexts('scopes')}</caption>
    <thead>
      <tr>
        <th scope="col">{inspectorTexts('scope')}</th>
        <th scope="col">{inspectorTexts('asked')}</th>
        <th scope="col">{inspectorTexts('granted')}</th>
        <th scope="col">{inspectorTexts('used')}</th>
      </tr>
    </thead>
    <tbody>
      {scopes.map(({ scope, requested, granted, isLessGranted, used }, index) => (
        <tr key={`${scope} ${index}`}>
          <th scope="row">
            <code>{scope}</code>
          </th>
          <td>{requested}</td>
          <td>{isLessGranted ? <span className={styles.missing}>{granted}</span> : granted}</td>
          <td>{used}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
