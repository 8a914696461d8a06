import format, { type CompiledMessage, type FormatValues } from 'icu-minify/format';
import type { GetICUArgs } from '@schummar/icu-type-parser';
import type { ReactElement, ReactNode } from 'react';
import { currentSpeech } from './language.ts';

/** English texts follow the English of one place (docs/decisions/0028). */
const LOCALE = 'en-US';

/** These are the values that a text needs, each shown already. A plural takes the number that decides it. */
type Values<Text extends string> = GetICUArgs<
  Text,
  { ICUArgument: string; ICUNumberArgument: number; ICUDateArgument: never }
>;

/** These are the names of the elements in a text: "b" in `'Timing only; <b>not</b> cause'`. */
type Tags<Text extends string> = Text extends `${string}</${infer Name}>${infer Rest}`
  ? Name | Tags<Rest>
  : never;

/** Draws the element around a part of a text. It takes the key, which tells the elements of one text apart. */
type Draw = (part: ReactNode, key: number) => ReactElement;

type Catalog = Readonly<Record<string, string>>;
type Arguments<All> = [keyof All] extends [never] ? [] : [values: All];

/** Says the texts of one catalog. */
export type Texts<Messages extends Catalog> = {
  <Key extends keyof Messages & string>(key: Key, ...values: Arguments<Values<Messages[Key]>>): string;
  /** Returns a text with elements in it. */
  rich<Key extends keyof Messages & string>(
    key: Key,
    values: Values<Messages[Key]> & Readonly<Record<Tags<Messages[Key]>, Draw>>,
  ): ReactNode;
};

const englishPlurals = new Intl.PluralRules(LOCALE);

/** Numbers and dates come shown already, by the rules of display. */
const unsupported = (): never => {
  throw new RangeError('A text holds no format of a number or a date.');
};
const optionsWith = (plurals: Intl.PluralRules) => ({
  formatters: {
    getPluralRules: () => plurals,
    getNumberFormat: unsupported,
    getDateTimeFormat: unsupported,
  },
});
const ENGLISH = { locale: LOCALE, options: optionsWith(englishPlurals) };

/**
 * Makes the texts of one area from its catalog, a file `*.messages.ts` that holds nothing else. A text is in ICU
 * MessageFormat; what it needs is in its type, so a misspelt key or a missing value does not compile. The build has
 * turned the texts into a form that needs no parser (build/messageCatalogs.ts). A catalog with a name is said in the language
 * that was chosen, where that language has it (language.ts).
 * @see https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export function textsOf<const Messages extends Catalog>(
  messages: Messages,
  catalogName = '',
): Texts<Messages> {
  const said = (key: string, values: FormatValues<ReactNode> = {}): ReactNode => {
    const { language, plurals, translation, isRightToLeft, agree } = currentSpeech();
    const translated = translation[catalogName]?.[key];
    const message: CompiledMessage | undefined = translated ?? messages[key];
    if (message === undefined) throw new RangeError(`There is no text "${key}".`);
    const { locale, options } =
      translated === undefined ? ENGLISH : { locale: language, options: optionsWith(plurals) };
    const whole = format<ReactNode>(message, locale, isRightToLeft ? isolated(values) : values, options);
    return typeof whole === 'string' ? agree(whole) : whole;
  };
  const rich = (key: string, values: Readonly<Record<string, string | number | Draw>>): ReactNode => {
    let drawn = 0;
    const drawnInOrder = (draw: Draw) => (part: ReactNode) => {
      drawn += 1;
      return draw(part, drawn);
    };
    const keyed = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'function' ? drawnInOrder(value) : value,
    ]);
    return said(key, Object.fromEntries(keyed));
  };
  const text = (key: string, values?: FormatValues<ReactNode>): string => {
    const whole = said(key, values);
    return typeof whole === 'string' ? whole : refuse(key);
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types of the values are those of the texts, which nothing holds here
  return Object.assign(text, { rich }) as Texts<Messages>;
}

const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069'];

/** Keeps each value together in a sentence that runs from right to left: "5.8 mmol/L" is else torn apart. https://www.unicode.org/reports/tr9/ */
const isolated = (values: FormatValues<ReactNode>): FormatValues<ReactNode> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}` : value,
    ]),
  );

const refuse = (key: string): never => {
  throw new RangeError(`The text "${key}" holds an element.`);
};
