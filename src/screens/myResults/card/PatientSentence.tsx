import { WithSentWords } from '../sentWords/SentWords.tsx';

type PatientSentenceProps = {
  readonly className?: string | undefined;
  readonly text: string;
  /** These words of the sentence were sent, though no quotation marks stand around them. */
  readonly sent?: string | undefined;
  /** This unit stands in the sentence. */
  readonly unit?: string | undefined;
};

/** A sentence may hold words as they were sent, so it runs in its own direction. */
export const PatientSentence = ({ className, text, sent, unit }: PatientSentenceProps) => (
  <p className={className} dir="auto">
    <WithSentWords text={text} {...(sent !== undefined && { sent })} {...(unit !== undefined && { unit })} />
  </p>
);
