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
  /** These words of the text were sent too, though no marks stand around them. They stand in it in this order. */
  readonly sent?: string | readonly string[];
};

/** Returns the parts of a text, of which every second one was sent. Words that the text does not hold are left out. */
function partsAround(text: string, sent: readonly string[]): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  for (const words of sent) {
    const start = words === '' ? -1 : rest.indexOf(words);
    if (start < 0) continue;
    parts.push(rest.slice(0, start), words);
    rest = rest.slice(start + words.length);
  }
  return [...parts, rest];
}

/** Shows a sentence of ours, and marks the words in it that were sent. */
export function WithSentWords({ text, sent = '' }: WithSentWordsProps) {
  const around = partsAround(text, [sent].flat());
  const parts = around.length > 1 ? around : text.split(QUOTED);
  return parts.map((part, i) =>
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
