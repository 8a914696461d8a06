/** A server may send a whole text as a name, which would push all else off the screen (rule 59). */
import { careEventsTexts } from './careEvents.messages.ts';

const MAX_LETTERS = 300;

/** Returns a name as it was sent, or its beginning with an ellipsis where it is longer than any name. */
export const shownName = (name: string): string =>
  name.length > MAX_LETTERS
    ? `${name
        .slice(0, MAX_LETTERS)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`
    : name;

/** Returns the whole of a name that is shown cut, for the note of its event; '' for any other. */
export const fullNameText = (name: string): string =>
  name.length > MAX_LETTERS ? careEventsTexts('fullName', { text: name }) : '';
