import { plainText } from '../probe/plainText.ts';
import { unambiguousJson } from '../../src/smart/site/unambiguousJson.ts';

/**
 * Returns the value of a JSON file that people write and this build reads.
 * @throws {Error} which says what is wrong and what to do
 */
export function jsonOf(bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  if (text.trim() === '') throw new Error('the file is empty');
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw new Error(withLine(Object(cause)['message'], text), { cause });
  }
  if (unambiguousJson(text) === undefined)
    throw new Error(
      'a field is written twice in one object, or called __proto__, or the file is nested too deeply; write each field once',
    );
  return document;
}

/** Some editors begin a file with a byte order mark, which is left out. https://www.rfc-editor.org/rfc/rfc8259#section-8.1 */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    // Windows saves in UTF-16 where a shell writes a file.
    throw new Error('the file is not in UTF-8; save it in that encoding', { cause });
  }
}

/** Returns what the parser says in one line, with the line where it says the place: editors count lines, and the parser characters. */
function withLine(said: string, text: string): string {
  const message = plainText(said); // it quotes the file, and a bundle of brands is written by others
  const position = /\bat position (\d+)/.exec(message)?.[1];
  if (position === undefined || /\bline \d/.test(message)) return message;
  return `${message} (line ${text.slice(0, Number(position)).split('\n').length})`;
}

const FILE_PROBLEMS: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EISDIR', 'this is a folder; name the file in it'],
  ['EACCES', 'the file may not be read; see to its rights'],
]);

/** Returns what went wrong with a file in words; of a code that has none, what the system says. */
export const fileProblem = (error: unknown): string =>
  FILE_PROBLEMS.get(Object(error)['code']) ?? (error instanceof Error ? error.message : 'cannot be read');
