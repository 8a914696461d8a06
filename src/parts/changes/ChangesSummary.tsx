import { useState, type ReactNode } from 'react';
import type { PatientFacts } from '../../clinical/change/patientFacts.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { Button } from '../../ui/Button.tsx';
import { BasisDialog } from './basis/BasisDialog.tsx';
import { unknownEventsText } from './changeFacts.ts';
import type { ChangesSince } from './changesInRecord.ts';
import { changesTexts } from './changes.messages.ts';
import { comparedTitle, countsText } from './comparedText.ts';
import { sinceTimeText } from './sinceText.ts';
import styles from './ChangesStrip.module.css';

type ChangesSummaryProps = {
  readonly changes: ChangesSince;
  readonly facts: PatientFacts;
  /** Shows more of the list, if there is more. */
  readonly more: ReactNode;
};

/** Says since when and against what the results are compared. The notice above says which events are missing. */
export function ChangesSummary({ changes, facts, more }: ChangesSummaryProps) {
  const { newestMs, since, list } = changes;
  const timeZone = useTimeZone();
  const [isBasisOpen, setIsBasisOpen] = useState(false);
  const summary = comparedTitle(since, list);
  return (
    <>
      <p className={styles.note} data-tooltip={summary}>
        {/* Where nothing is listed, the cell beside it says since when and of how many tests. */}
        {list.items.length === 0
          ? changesTexts('notAnAlert')
          : changesTexts('summary', {
              date: sinceTimeText(since, newestMs, timeZone),
              counts: countsText(list),
            })}{' '}
        <span className={styles.more}>
          <Button variant="link" aria-haspopup="dialog" onClick={() => setIsBasisOpen(true)}>
            {changesTexts('showBasis')}
          </Button>
        </span>
        {more}
      </p>
      {isBasisOpen && (
        <BasisDialog
          list={list}
          summary={summary}
          unknownText={unknownEventsText(facts)}
          onClose={() => setIsBasisOpen(false)}
        />
      )}
    </>
  );
}
