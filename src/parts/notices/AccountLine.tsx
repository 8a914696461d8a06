import { Fragment, type ReactNode } from 'react';
import { clockText, dateText } from '../../charts/format/dateText.ts';
import { zoneText } from '../../charts/format/timeZone.ts';

import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useRecord } from '../openRecord/openRecordContexts.ts';
import { accountAttributes } from '../recordStatus/accountAttributes.ts';
import {
  accountCounts,
  askedText,
  endedMainText,
  endedText,
  readingStateText,
} from '../recordStatus/recordStatusText.ts';
import { ACCOUNT_FRAGMENT } from '../navigation/urlFragment.ts';
import { accountLineTexts } from './accountLine.messages.ts';
import { LazyEventsAccount } from './lazyEventsStatus.tsx';
import styles from './AccountLine.module.css';
import { deferredPart } from '../../ui/loading/lazyScreen.ts';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';

// It stands at the end of the line, and is of use once the record has been read.
const RefreshButton = deferredPart(
  async () => (await import('../recordStatus/RefreshButton.tsx')).RefreshButton,
  () => null,
);

/** Has its room before it is known, so that the words do not move. */
const Check = ({ isShown }: { readonly isShown: boolean }) => (
  <svg className={styles.check} viewBox="0 0 14 14" aria-hidden="true">
    {isShown && <path d="M3 7.4 6 10.2 11 4" />}
  </svg>
);

/** Links each number of the account to its list. */
function LinkedCounts({ record }: { readonly record: RecordSnapshot }) {
  const asked = askedText(record);
  return (
    <>
      {accountCounts(record).map(({ part, text }, i) => (
        <Fragment key={part}>
          {i > 0 && ', '}
          <a href={`${ACCOUNT_FRAGMENT}=${part}`}>{text}</a>
        </Fragment>
      ))}
      .{asked && ` ${asked}`}
    </>
  );
}

/** Puts the time of reading into its message. On paper the day stands before it. */
const timeOf = (readAtMs: number, timeZone: string) => (_part: ReactNode, key: number) => (
  <span key={key} className={styles.day} data-day={`${dateText(readAtMs, 'instant', timeZone)}, `}>
    {clockText(readAtMs, timeZone)} {zoneText(readAtMs, timeZone)}
  </span>
);

/**
 * Says where every result went and when it was read, and whether events are missing. Only its end is announced, because pages arrive too
 * often to be read aloud.
 */
export function AccountLine() {
  const { record } = useRecord();
  const timeZone = useTimeZone();
  const ended = record?.ended === true;
  const [readingMain, soFar] = readingStateText(record);
  return (
    <div className={styles.account} {...(record && accountAttributes(record.account))}>
      <Check isShown={ended && record.complete} />
      <p>
        <a href={ACCOUNT_FRAGMENT}>
          <b>{ended ? endedMainText(record) : readingMain}</b>
        </a>{' '}
        {ended ? (
          <>
            <LinkedCounts record={record} />{' '}
            {accountLineTexts.rich('readAt', { time: timeOf(record.readAtMs, timeZone) })}
            <LazyBoundary>
              <LazyEventsAccount />
            </LazyBoundary>
          </>
        ) : (
          soFar
        )}
      </p>
      {ended && (
        <LazyBoundary fallback={<span className={styles.room} />}>
          <RefreshButton />
        </LazyBoundary>
      )}
      <VisuallyHidden>
        <output>{ended ? endedText(record).join(' ') : ''}</output>
      </VisuallyHidden>
    </div>
  );
}
