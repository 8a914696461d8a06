import { WithSentWords } from '../sentWords/SentWords.tsx';
import { careTexts } from './care.messages.ts';
import styles from './Care.module.css';

type ReasonLineProps = {
  readonly reason: string;
  /** The reason stands in this text. */
  readonly said?: 'reason' | 'plannedFor' | 'alsoSaid' | 'neighbours' | 'otherForms';
};

/** Says a reason as it was sent; nothing where none was. */
export const ReasonLine = ({ reason, said = 'reason' }: ReasonLineProps) =>
  reason !== '' && (
    <span className={styles.detail} dir="auto">
      <WithSentWords text={careTexts(said, { reason })} sent={reason} />
    </span>
  );
