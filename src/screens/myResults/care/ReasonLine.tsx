import { WithSentWords } from '../sentWords/SentWords.tsx';
import { careTexts } from './care.messages.ts';
import styles from './Care.module.css';

type ReasonLineProps = {
  readonly reason: string;
  /** The reason stands in this text. */
  readonly text?: 'reason' | 'plannedFor';
};

/** Says a reason as it was sent; nothing where none was. */
export const ReasonLine = ({ reason, text = 'reason' }: ReasonLineProps) =>
  reason !== '' && (
    <span className={styles.detail} dir="auto">
      <WithSentWords text={careTexts(text, { reason })} sent={reason} />
    </span>
  );
