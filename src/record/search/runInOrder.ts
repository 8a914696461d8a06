/**
 * Runs `run` for each item, in their order and at most `atOnce` at a time, until the list is empty or the signal is aborted.
 * Items that are added meanwhile are run too.
 */
export async function runInOrder<T>(
  remaining: T[],
  atOnce: number,
  signal: AbortSignal,
  run: (item: T) => Promise<void>,
): Promise<void> {
  const runNext = async (): Promise<void> => {
    for (let next = remaining.shift(); next !== undefined && !signal.aborted; next = remaining.shift()) {
      // oxlint-disable-next-line no-await-in-loop -- each runner takes the items in their order
      await run(next);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runNext));
}
