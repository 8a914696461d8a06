import { createTranslator } from 'use-intl/core';

/** The app speaks the English of one place: its dates and numbers have one form too (docs/decisions/0028). */
const LOCALE = 'en-US';

/**
 * Makes the texts of one area from its catalog, a file `*.messages.ts` that holds nothing else. A text is in ICU
 * MessageFormat; what it needs is in its type, so a misspelt key or a missing value does not compile. The build has
 * turned the texts into a form that needs no parser (build/messageCatalogs.ts).
 * @throws {Error} if a text cannot be shown whole: half a sentence may say the opposite.
 * @see https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export const textsOf = <const Messages extends Readonly<Record<string, string>>>(messages: Messages) =>
  createTranslator<Messages>({ locale: LOCALE, messages, onError: fail });

const fail = (error: Error): never => {
  throw error;
};
