import { useEffect, useRef } from 'react';
import { AccountDrawn } from './AccountDrawn.tsx';
import { AccountListed } from './AccountListed.tsx';
import { AccountSearches } from './AccountSearches.tsx';
import { AccountExcluded } from './AccountExcluded.tsx';
import { AccountOlderVersions } from './AccountOlderVersions.tsx';
import { AccountWithdrawn } from './AccountWithdrawn.tsx';
import { AccountTotals } from './AccountTotals.tsx';
import { accountTexts } from './account.messages.ts';
import { accountPartOf, type AccountPart } from './accountText.ts';
import { readStateText } from '../../parts/results/resultHeadline.ts';
import { ScreenTop } from '../../parts/header/ScreenTop.tsx';
import { useLoadedRecord, useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useEscapeToOverview } from '../../parts/navigation/useEscapeToOverview.ts';
import styles from './Account.module.css';

type AccountScreenProps = {
  /** This is the part of the account that the fragment names; '' for none. */
  readonly partName: string;
};

type AccountListProps = { readonly part: AccountPart };

function AccountList({ part }: AccountListProps) {
  const { series, account, withdrawn = NONE, excluded, older = NONE } = useLoadedRecord();
  switch (part) {
    case 'drawn':
      return <AccountDrawn series={series} drawnCount={account.drawn} />;
    case 'listed':
      return <AccountListed series={series} listedCount={account.listed} />;
    case 'withdrawn':
      return <AccountWithdrawn withdrawn={withdrawn} count={account.withdrawn} />;
    case 'excluded':
      return <AccountExcluded excluded={excluded} />;
    case 'duplicate':
      return <AccountOlderVersions older={older} series={series} count={account.duplicate} />;
    default:
      return null;
  }
}

const NONE: readonly never[] = [];

/** Says what became of every Observation: the sum, the list behind each number, and what each search brought. */
export function AccountScreen({ partName }: AccountScreenProps) {
  const { record } = useRecord();
  const timeZone = useTimeZone();
  const part = accountPartOf(partName);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEscapeToOverview();
  return (
    <>
      <ScreenTop within="Overview" />
      <main className={styles.account}>
        <div className={styles.control}>
          {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid -- the empty fragment is the overview */}
          <a className={styles.back} href="#">
            {accountTexts('toOverview')}
          </a>
        </div>
        <h2 ref={heading} tabIndex={-1}>
          {accountTexts('heading')}
        </h2>
        {record === undefined ? (
          <output>{accountTexts('nothingRead')}</output>
        ) : (
          <>
            <p className={styles.quiet}>{readStateText(record, timeZone)}</p>
            <AccountTotals account={record.account} part={part} />
            {part && <AccountList part={part} />}
            <AccountSearches />
          </>
        )}
      </main>
    </>
  );
}
