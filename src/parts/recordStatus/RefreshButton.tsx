import { countText } from '../../charts/format/numberText.ts';
import { Button } from '../../ui/Button.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useRecord, useSession } from '../openRecord/openRecordContexts.ts';
import { refreshButtonTexts } from './refreshButton.messages.ts';

const Arrow = () => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
    <path d="M11.5 7a4.5 4.5 0 1 1-1.4-3.3M10.3 1v3h-3" fill="none" stroke="currentColor" strokeWidth="1.4" />
  </svg>
);

type ReadingAgainProps = { readonly words: string; readonly isNarrow: boolean };

/** Says how far the refresh is. In a line that has no room for words, dots stand for them: words would lie over the line. */
const ReadingAgain = ({ words, isNarrow }: ReadingAgainProps) =>
  isNarrow ? (
    <>
      <VisuallyHidden>{words}</VisuallyHidden>
      <span aria-hidden="true">…</span>
    </>
  ) : (
    words
  );

/**
 * Reads the record again, which is as it was when it was read (rule 40). While it is read the same button says so: another element would
 * take the focus from whoever refreshes by keys (WCAG 2.4.3), and the lines below would move.
 */
export function RefreshButton({ isNarrow = false }: { readonly isNarrow?: boolean }) {
  const { record } = useRecord();
  const { refresh } = useSession();
  const again = record?.refresh?.state === 'reading' ? record.refresh : undefined;
  if (again === undefined)
    return (
      <Button
        variant="bare"
        onClick={refresh}
        aria-disabled={false}
        aria-label={refreshButtonTexts('refresh')}
        data-tooltip={refreshButtonTexts('refreshHint')}
      >
        <Arrow />
      </Button>
    );
  const words = refreshButtonTexts('readingAgain', { received: countText(again.received) });
  return (
    <Button variant="bare" aria-disabled data-tooltip={isNarrow ? words : undefined}>
      <ReadingAgain words={words} isNarrow={isNarrow} />
    </Button>
  );
}
