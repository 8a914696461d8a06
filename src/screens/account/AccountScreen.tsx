import { useEffect, useRef, type ReactNode } from 'react';
import type { OnOpenSource } from '../../charts/reading/SourceButtons.tsx';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { AccountDrawn } from './AccountDrawn.tsx';
import { AccountListed } from './AccountListed.tsx';
import { AccountSearches } from './AccountSearches.tsx';
import { AccountExcluded, AccountOlder, AccountWithdrawn } from './AccountExcluded.tsx';
import { AccountTotals } from './AccountTotals.tsx';
import { accountPartOf, type AccountPart } from './accountText.ts';
import { readStateText } from '../../parts/results/resultHeadline.ts';
import { Notices } from '../../parts/notices/Notices.tsx';
import { RecordHeader, type HeaderProps } from '../../parts/header/RecordHeader.tsx';
import { useEscapeToOverview } from '../../parts/navigation/useEscapeToOverview.ts';
import styles from './Account.module.css';

type AccountScreenProps = HeaderProps & {
  /** undefined until the first page. */
  readonly record: RecordSnapshot | undefined;
  /** From the fragment; it may name no list. */
  readonly list: string;
  readonly timeZone: string;
  readonly nowMs: number;
  readonly siteLabel: string;
  readonly sessionNotices: ReactNode;
  readonly onOpenSource: OnOpenSource;
  readonly onRetry: () => void;
};

type ListProps = {
  readonly part: AccountPart;
  readonly record: RecordSnapshot;
  readonly timeZone: string;
  readonly onOpenSource: OnOpenSource;
};

function List({ part, record, timeZone, onOpenSource }: ListProps) {
  const { series, account, withdrawn = NONE, excluded } = record;
  switch (part) {
    case 'drawn':
      return <AccountDrawn series={series} drawn={account.drawn} />;
    case 'listed':
      return <AccountListed {...{ series, timeZone, onOpenSource }} listed={account.listed} />;
    case 'withdrawn':
      return <AccountWithdrawn {...{ withdrawn, timeZone }} count={account.withdrawn} />;
    case 'excluded':
      return <AccountExcluded excluded={excluded} />;
    case 'duplicate':
      return <AccountOlder {...{ record, timeZone, onOpenSource }} count={account.duplicate} />;
    default:
      return null;
  }
}

const NONE: NonNullable<RecordSnapshot['withdrawn']> = [];

/** Where every Observation went, with the reason: the sum, the list behind each number, and what each search brought. */
export function AccountScreen(props: AccountScreenProps) {
  const { record, sessionNotices, siteLabel, timeZone, nowMs, onRetry } = props;
  const part = accountPartOf(props.list);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEscapeToOverview();
  return (
    <>
      <RecordHeader {...props} hasRecord={record !== undefined} />
      {sessionNotices}
      <Notices {...{ record, siteLabel, nowMs, timeZone, onRetry }} />
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
            {part && <List {...{ part, record, timeZone }} onOpenSource={props.onOpenSource} />}
            <AccountSearches {...{ record, siteLabel, onRetry }} />
          </>
        )}
      </main>
    </>
  );
}
