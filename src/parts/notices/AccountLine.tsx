import { memo } from 'react';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useRecord } from '../openRecord/openRecordContexts.ts';
import { accountAttributes } from '../recordStatus/accountAttributes.ts';
import { readingStateText, resultsText } from '../recordStatus/recordStatusText.ts';
import { ACCOUNT_FRAGMENT } from '../navigation/urlFragment.ts';
import { accountLineTexts } from './accountLine.messages.ts';
import styles from './AccountLine.module.css';
import { deferredPart } from '../../ui/loading/lazyScreen.ts';
import { LazyBoundary } from '../../ui/loading/LazyBoundary.tsx';

type RecordProps = { readonly record: RecordSnapshot };

/** These parts are needed at the end of the record, so they come after the first chart. */
const load = () => import('./EndedAccount.tsx');
const EndedAccount = deferredPart<RecordProps>(
  async () => (await load()).EndedAccount,
  ({ record }) => (
    <p role="alert">{accountLineTexts('notToldWhere', { results: resultsText(record.account.received) })}</p>
  ),
);
const SpokenAccount = deferredPart<RecordProps>(
  async () => (await load()).SpokenAccount,
  () => null,
);

/** Has its room before it is known, so that the words do not move. */
const Check = ({ isShown }: { readonly isShown: boolean }) => (
  <svg className={styles.check} viewBox="0 0 14 14" aria-hidden="true">
    {isShown && <path d="M3 7.4 6 10.2 11 4" />}
  </svg>
);

/** Says how many results have come so far. */
function ReadingAccount({ record }: { readonly record: RecordSnapshot | undefined }) {
  const [main, soFar] = readingStateText(record);
  return (
    <p>
      <a href={ACCOUNT_FRAGMENT}>
        <b>{main}</b>
      </a>{' '}
      {soFar}
    </p>
  );
}

/** Says where every result went. Only its end is announced, because pages arrive too often to be read aloud. */
export const AccountLine = memo(function AccountLine() {
  const { record } = useRecord();
  const ended = record?.ended ? record : undefined;
  const reading = <ReadingAccount record={record} />;
  return (
    <div className={styles.account} {...(record && accountAttributes(record.account))}>
      <Check isShown={ended?.complete === true} />
      {ended ? (
        <LazyBoundary fallback={reading}>
          <EndedAccount record={ended} />
        </LazyBoundary>
      ) : (
        reading
      )}
      <VisuallyHidden>
        <output>
          {ended && (
            <LazyBoundary>
              <SpokenAccount record={ended} />
            </LazyBoundary>
          )}
        </output>
      </VisuallyHidden>
    </div>
  );
});
