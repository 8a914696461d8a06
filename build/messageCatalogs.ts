import compile from 'icu-minify/compile';
import { parseSync, Visitor, type ESTree, type Plugin } from 'vite';

/** This is a catalog of texts, such as `src/parts/changes/changes.messages.ts`. */
const CATALOG = /[\\/]src[\\/].+\.messages\.ts$/;

/**
 * Compiles the texts of the catalogs, so that the page needs no parser of ICU MessageFormat. A text that is no valid
 * message stops the build.
 * @see https://github.com/amannn/next-intl/tree/main/packages/icu-minify
 */
export const messageCatalogs = (): Plugin => ({
  name: 'longview:message-catalogs',
  enforce: 'pre',
  transform: {
    filter: { id: CATALOG },
    handler: (code) => ({ code: withCompiledTexts(code), map: null }),
  },
});

/**
 * Returns the source of a catalog with each text in its compiled form.
 * @throws {Error} if a text is no valid message or is put together from anything but strings.
 */
export function withCompiledTexts(code: string): string {
  let [compiled, endOfLast] = ['', 0];
  for (const { value } of messagesIn(code)) {
    compiled += code.slice(endOfLast, value.start) + JSON.stringify(compile(stringOf(value)));
    endOfLast = value.end;
  }
  return compiled + code.slice(endOfLast);
}

/** Returns each key of a catalog with its text, as they are written. */
export function messagesIn(code: string): ESTree.ObjectProperty[] {
  const messages: ESTree.ObjectProperty[] = [];
  const { program, errors } = parseSync('catalog.ts', code);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  new Visitor({ Property: (node) => void messages.push(node as ESTree.ObjectProperty) }).visit(program);
  return messages;
}

/**
 * Returns the text of a message as it is written.
 * @throws {Error} if it is put together from anything but strings.
 */
export function stringOf(value: ESTree.Expression): string {
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value;
  if (value.type === 'TemplateLiteral' && value.expressions.length === 0)
    return value.quasis[0]?.value.cooked ?? '';
  throw new Error(
    `A message catalog holds texts alone, each in one piece so that its values are typed; this is a ${value.type}.`,
  );
}
