import { Button } from '../../ui/Button.tsx';
import { useRecord, useSession } from '../openRecord/openRecordContexts.ts';
import { countText } from '../../charts/format/numberText.ts';
import { refreshButtonTexts } from './refreshButton.messages.ts';

/** Reads the record again, which is as it was when it was read (rule 40). */
export function RefreshButton() {
  const { record } = useRecord();
  const { refresh } = useSession();
  if (record?.refresh?.state === 'reading')
    return (
      <span>{refreshButtonTexts('readingAgain', { received: countText(record.refresh.received) })}</span>
    );
  return (
    <Button
      variant="bare"
      onClick={refresh}
      aria-label={refreshButtonTexts('refresh')}
      data-tooltip={refreshButtonTexts('refreshHint')}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path
          d="M11.5 7a4.5 4.5 0 1 1-1.4-3.3M10.3 1v3h-3"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
        />
      </svg>
    </Button>
  );
}
