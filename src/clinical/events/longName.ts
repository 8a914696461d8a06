/** A server may send a whole text as a name, which would push all else off the screen (rule 59). */
import { careEventsTexts } from './careEvents.messages.ts';

const MAX_LETTERS = 300;
/** No note, reason or dosage of a person is longer. */
const MAX_WORDS_LETTERS = 32_768;

const cutBehind = (text: string, letters: number): string =>
  text.length > letters
    ? `${text
        .slice(0, letters)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`
    : text;

/** Returns a name as it was sent, or its beginning with an ellipsis where it is longer than any name. */
export const shownName = (name: string): string => cutBehind(name, MAX_LETTERS);

/** Returns words as they were sent, or their beginning with an ellipsis where they would keep the page busy. */
export const cappedWords = (sent: string): string => cutBehind(sent, MAX_WORDS_LETTERS);

/** Returns the whole of a name that is shown cut, for the note of its event; '' for any other. */
export const fullNameText = (name: string): string =>
  name.length > MAX_LETTERS ? careEventsTexts('fullName', { text: cappedWords(name) }) : '';
