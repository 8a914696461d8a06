import { Fragment } from 'react';
import { currentSpeech } from '../../../words/language.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { sentLanguage } from './sentLanguage.ts';
import styles from './SentWords.module.css';

/** Shows words as they were sent, in their own direction and marked as of their own language. They are never translated. */
export const SentWords = ({ text }: { readonly text: string }) => <bdi lang={sentLanguage(text)}>{text}</bdi>;

/** Our sentences hold words as they were sent between these marks, in every language. */
const QUOTED = /(?<=“)([^“”]+)(?=”)/u;

type WithSentWordsProps = {
  readonly text: string;
  /** These words of the text were sent too, though no marks stand around them. */
  readonly sent?: string;
};

/** Shows a sentence of ours, and marks the words in it that were sent. */
export function WithSentWords({ text, sent = '' }: WithSentWordsProps) {
  const start = sent === '' ? -1 : text.indexOf(sent);
  if (start >= 0)
    return (
      <>
        {text.slice(0, start)}
        <SentWords text={sent} />
        {text.slice(start + sent.length)}
      </>
    );
  // Every second part stood between the marks.
  return text
    .split(QUOTED)
    .map((part, i) =>
      i % 2 === 1 ? <SentWords key={i} text={part} /> : <Fragment key={i}>{part}</Fragment>,
    );
}

/** Says once, on a page that is not in English, that words of others stand in the language in which they were sent. */
export const SentWordsNote = () =>
  currentSpeech().language === 'en' ? null : (
    <p className={styles.note} data-sent-words="">
      {myResultsTexts('sentWords')}
    </p>
  );
