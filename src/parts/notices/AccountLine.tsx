import { clockText, dateText } from '../../charts/format/format.ts';
import { zoneText } from '../../charts/format/timeZone.ts';

import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useRecord } from '../openRecord/openRecordContexts.ts';
import { accountAttributes } from '../recordStatus/accountAttributes.ts';
import { endedText, readingStateText } from '../recordStatus/recordStatusText.ts';
import { RefreshButton } from '../recordStatus/RefreshButton.tsx';
import { ACCOUNT } from '../navigation/urlFragment.ts';
import { LateEventsAccount } from './lateEventsStatus.tsx';
import styles from './AccountLine.module.css';
import { Late } from '../../ui/loading/Late.tsx';

/** Has its room before it is known, so that the words do not move. */
const Check = ({ isShown }: { readonly isShown: boolean }) => (
  <svg className={styles.check} viewBox="0 0 14 14" aria-hidden="true">
    {isShown && <path d="M3 7.4 6 10.2 11 4" />}
  </svg>
);

const PART = /((?<![\d,])[\d,]+ (?:drawn|listed|withdrawn|excluded|duplicate))/;

/** Links each number of the account to its list. */
const linked = (words: string) =>
  words.split(PART).map((text, i) =>
    i % 2 === 0 ? (
      text
    ) : (
      <a key={text} href={`${ACCOUNT}=${text.split(' ')[1]}`}>
        {text}
      </a>
    ),
  );

/**
 * Says where every result went and when it was read, and whether events are missing. Only its end is announced, because pages arrive too
 * often to be read aloud.
 */
export function AccountLine() {
  const { record } = useRecord();
  const timeZone = useTimeZone();
  const ended = record?.ended === true;
  const [main, rest] = ended ? endedText(record) : readingStateText(record);
  return (
    <div className={styles.account} {...(record && accountAttributes(record.account))}>
      <Check isShown={ended && record.complete} />
      <p>
        <a href={ACCOUNT}>
          <b>{main}</b>
        </a>{' '}
        {linked(rest)}
        {ended && (
          <>
            {' Read '}
            <span className={styles.day} data-day={`${dateText(record.readAtMs, 'instant', timeZone)}, `}>
              {clockText(record.readAtMs, timeZone)} {zoneText(record.readAtMs, timeZone)}
            </span>
            <Late>
              <LateEventsAccount />
            </Late>
          </>
        )}
      </p>
      {ended && <RefreshButton />}
      <VisuallyHidden>
        <output>{ended ? `${main} ${rest}` : ''}</output>
      </VisuallyHidden>
    </div>
  );
}
