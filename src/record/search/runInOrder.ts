/**
 * Runs `run` for each item, begun in their order and at most `atOnce` at a time, until the list is empty or the signal is
 * aborted. Items that are added meanwhile are run too. Rejects as soon as one of them does.
 */
export async function runInOrder<T>(
  remaining: T[],
  atOnce: number,
  signal: AbortSignal,
  run: (item: T) => Promise<void>,
): Promise<void> {
  let running = 0;
  const runOne = async (item: T): Promise<void> => {
    if (signal.aborted) return;
    running += 1;
    await run(item);
    running -= 1;
    await begin();
  };
  async function begin(): Promise<void> {
    await Promise.all(remaining.splice(0, atOnce - running).map(runOne));
  }
  await begin();
}
