import { plainText } from '../probe/plainText.ts';
import { jsonObjectOf } from './exchange.ts';

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? plainText(value) : undefined;

/** Returns the codes of the issues in an OperationOutcome. */
export const issueCodes = (body: string): readonly string[] =>
  list(jsonObjectOf(body)?.['issue']).flatMap((issue) => text(Object(issue)['code']) ?? []);

/** Returns what a server says about a failure, as one short line: an OperationOutcome, or an error of OAuth. */
export function serverWords(body: string): string {
  const document = jsonObjectOf(body);
  const [issue] = list(document?.['issue']).map((one) => Object(one));
  const words =
    text(issue?.diagnostics) ??
    text(Object(issue?.details)['text']) ??
    text(issue?.code) ??
    [text(document?.['error']), text(document?.['error_description'])].filter(Boolean).join(': ');
  return words === '' ? 'It gives no reason.' : `It says: ${words.replace(/[.!]$/, '')}.`;
}
