import { WithSentWords } from '../sentWords/SentWords.tsx';
import { careTexts } from './care.messages.ts';
import type { MedicineChange } from './medicineChanges.ts';
import { ReasonLine } from './ReasonLine.tsx';
import styles from './Care.module.css';

type ChangeLineProps = { readonly change: MedicineChange };

/** Reads "October 20, 2026. Started: Spironolactone 25 mg a day". */
export const ChangeLine = ({
  change: { date, change, medicine, reason, sentInChange, sentInMedicine },
}: ChangeLineProps) => (
  <>
    <span className={styles.date}>{date}</span>{' '}
    <span>
      <b>
        <WithSentWords text={careTexts('changeOfMedicine', { change })} sent={sentInChange} />
      </b>{' '}
      <bdi>
        <WithSentWords text={medicine} sent={sentInMedicine} />
      </bdi>
      <ReasonLine reason={reason} />
    </span>
  </>
);
