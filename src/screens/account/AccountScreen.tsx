import { useEffect, useRef } from 'react';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { AccountDrawn } from './AccountDrawn.tsx';
import { AccountListed } from './AccountListed.tsx';
import { AccountSearches } from './AccountSearches.tsx';
import { AccountExcluded, AccountOlder, AccountWithdrawn } from './AccountExcluded.tsx';
import { AccountTotals } from './AccountTotals.tsx';
import { accountPartOf, type AccountPart } from './accountText.ts';
import { readStateText } from '../../parts/results/resultHeadline.ts';
import { ScreenTop } from '../../parts/header/ScreenTop.tsx';
import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useEscapeToOverview } from '../../parts/navigation/useEscapeToOverview.ts';
import styles from './Account.module.css';

type AccountScreenProps = {
  /** The list that the fragment names; it may name none. */
  readonly list: string;
};

type ListProps = { readonly part: AccountPart; readonly record: RecordSnapshot };

function List({ part, record }: ListProps) {
  const { series, account, withdrawn = NONE, excluded } = record;
  switch (part) {
    case 'drawn':
      return <AccountDrawn series={series} drawn={account.drawn} />;
    case 'listed':
      return <AccountListed series={series} listed={account.listed} />;
    case 'withdrawn':
      return <AccountWithdrawn withdrawn={withdrawn} count={account.withdrawn} />;
    case 'excluded':
      return <AccountExcluded excluded={excluded} />;
    case 'duplicate':
      return <AccountOlder record={record} count={account.duplicate} />;
    default:
      return null;
  }
}

const NONE: NonNullable<RecordSnapshot['withdrawn']> = [];

/** Where every Observation went, with the reason: the sum, the list behind each number, and what each search brought. */
export function AccountScreen({ list }: AccountScreenProps) {
  const { record } = useRecord();
  const timeZone = useTimeZone();
  const part = accountPartOf(list);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEscapeToOverview();
  return (
    <>
      <ScreenTop />
      <main className={styles.account}>
        <div className={styles.control}>
          {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid -- the empty fragment is the overview */}
          <a className={styles.back} href="#">
            ‹ Overview
          </a>
        </div>
        <h2 ref={heading} tabIndex={-1}>
          Account of all results
        </h2>
        {record === undefined ? (
          <output>Nothing was read yet.</output>
        ) : (
          <>
            <p className={styles.read}>{readStateText(record, timeZone)}</p>
            <AccountTotals account={record.account} part={part} />
            {part && <List {...{ part, record }} />}
            <AccountSearches record={record} />
          </>
        )}
      </main>
    </>
  );
}
