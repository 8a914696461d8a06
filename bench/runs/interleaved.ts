/** A measure needs to know this of a call of the bench. */
export type Effort = {
  /** Each kind of run counts so many times. */
  readonly runs: number;
  readonly isQuick: boolean;
};

/** Runs each of these in turn, once more than counts, and throws the first results away, since caches fill in that round. */
export async function interleaved<T extends Readonly<Record<string, () => Promise<unknown>>>>(
  { runs }: Effort,
  kinds: T,
): Promise<{ readonly [K in keyof T]: Awaited<ReturnType<T[K]>>[] }> {
  const results = Object.fromEntries(Object.keys(kinds).map((name) => [name, [] as unknown[]]));
  for (let round = 0; round <= runs; round += 1) {
    for (const [name, run] of Object.entries(kinds)) {
      const result = await run();
      if (round > 0) results[name]?.push(result);
    }
  }
  return results as { readonly [K in keyof T]: Awaited<ReturnType<T[K]>>[] };
}
