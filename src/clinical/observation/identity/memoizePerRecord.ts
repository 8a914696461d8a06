import type { RowKinds } from '../rowKinds.ts';

/** The words of one record are few. Some have the number of a tube in them, so the table begins anew before it grows without end. */
const MAX_DECIDED = 4000;

/**
 * Returns `decide` so that each key of one record is decided once. The answers end with the table of kinds of that record,
 * so no words of a patient are kept any longer. `decide` must depend on
 * what the key holds alone, and the key must have a bounded length. Without a table the answer is found anew.
 */
export function memoizePerRecord<Input extends readonly unknown[], Answer>(
  keyOf: (...input: Input) => string,
  decide: (...input: Input) => Answer,
): (kinds: RowKinds | undefined, ...input: Input) => Answer {
  const byRecord = new WeakMap<RowKinds, Map<string, Answer>>();
  return (kinds, ...input) => {
    if (kinds === undefined) return decide(...input);
    let known = byRecord.get(kinds);
    if (known === undefined || known.size > MAX_DECIDED) byRecord.set(kinds, (known = new Map()));
    const key = keyOf(...input);
    let answer = known.get(key);
    if (answer === undefined) known.set(key, (answer = decide(...input)));
    return answer;
  };
}
