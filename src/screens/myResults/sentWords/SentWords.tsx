import { Fragment } from 'react';
import { currentSpeech } from '../../../words/language.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { unknownUnit } from '../units/unknownUnit.ts';
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
  /** This unit stands in the text, as often as there are values. Its words have a language of their own where nobody here knows them. */
  readonly unit?: string;
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

/** A longer unit may have to break on a phone. */
const LONGEST_TOGETHER = 18;

/** Returns the parts of a text, of which every second one is a value with this unit: "5.8 mmol/L". */
function partsAroundValues(text: string, unit: string): readonly string[] {
  if (unit === '' || unit.length > LONGEST_TOGETHER) return [text];
  const [first = '', ...rest] = text.split(` ${unit}`);
  const parts = [first];
  for (const next of rest) {
    const before = parts.pop() ?? '';
    const start = before.lastIndexOf(' ') + 1;
    if (/\d$/.test(before) && !/^[\p{L}\d]/u.test(next))
      parts.push(before.slice(0, start), `${before.slice(start)} ${unit}`, next);
    else parts.push(`${before} ${unit}${next}`);
  }
  return parts;
}

/** Returns the parts of a text between the values with this unit, and the unit as every second part. */
const partsAroundUnit = (text: string, unit: string): readonly string[] =>
  text.split(` ${unit}`).flatMap((part, i) => (i === 0 ? [part] : [` ${unit}`, part]));

/** Keeps each number before its unit, from right to left too, and on one line with it. A unit that nobody here knows is marked as sent words instead. */
function WithUnit({ text, unit }: Required<Pick<WithSentWordsProps, 'text' | 'unit'>>) {
  const unknown = unknownUnit(unit);
  if (unknown === '')
    return partsAroundValues(text, unit).map((part, i) =>
      i % 2 === 1 ? (
        <bdi key={i} dir="ltr" className={styles.together}>
          {part}
        </bdi>
      ) : (
        <Fragment key={i}>{part}</Fragment>
      ),
    );
  return partsAroundUnit(text, unknown).map((part, i) =>
    i % 2 === 1 ? (
      <Fragment key={i}>
        {' '}
        <SentWords text={unknown} />
      </Fragment>
    ) : (
      <Fragment key={i}>{part}</Fragment>
    ),
  );
}

/** Shows a sentence of ours, and marks the words in it that were sent. */
export function WithSentWords({ text, sent = '', unit = '' }: WithSentWordsProps) {
  const around = partsAround(text, [sent].flat());
  const parts = around.length > 1 ? around : text.split(QUOTED);
  return parts.map((part, i) =>
    i % 2 === 1 ? <SentWords key={i} text={part} /> : <WithUnit key={i} text={part} unit={unit} />,
  );
}

/** Shows a unit. Its words have a language of their own where nobody here knows them. */
export const UnitWords = ({ unit }: { readonly unit: string }) =>
  unknownUnit(unit) === '' ? unit : <SentWords text={unit} />;

/** Says once, on a page that is not in English, that words of others stand in the language in which they were sent. */
export const SentWordsNote = () =>
  currentSpeech().language === 'en' ? null : (
    <p className={styles.note} data-sent-words="">
      {myResultsTexts('sentWords')}
    </p>
  );
