import { Fragment, type ReactNode } from 'react';
import { clockText, dateText } from '../../charts/format/dateText.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';
import { ACCOUNT_FRAGMENT } from '../navigation/urlFragment.ts';
import { accountCounts, askedText, endedMainText, endedText } from '../recordStatus/endedText.ts';
import { RefreshButton } from '../recordStatus/RefreshButton.tsx';
import { endedAccountTexts } from './endedAccount.messages.ts';
import { LazyEventsAccount } from './lazyEventsStatus.tsx';
import styles from './AccountLine.module.css';

type EndedAccountProps = { readonly record: RecordSnapshot };

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

/** Says where every result went and when it was read, and whether events are missing, beside the way to read it again. */
export function EndedAccount({ record }: EndedAccountProps) {
  const timeZone = useTimeZone();
  return (
    <>
      <p>
        <a href={ACCOUNT_FRAGMENT}>
          <b>{endedMainText(record)}</b>
        </a>{' '}
        <LinkedCounts record={record} />{' '}
        {endedAccountTexts.rich('readAt', { time: timeOf(record.readAtMs, timeZone) })}
        <LazyBoundary>
          <LazyEventsAccount />
        </LazyBoundary>
      </p>
      <RefreshButton isNarrow />
    </>
  );
}

/** Says the same to a voice. */
export const SpokenAccount = ({ record }: EndedAccountProps) => endedText(record).join(' ');
