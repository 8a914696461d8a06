import type { Limits } from './limits.ts';

export type TimeLimit = {
  /** Aborted when the exchange takes too long. */
  readonly signal: AbortSignal;
  /** The text of an answer, as long as it keeps coming. Rejects when it breaks off or the signal is aborted. */
  readBody(response: Response): Promise<string>;
  clear(): void;
};

/** Watches over one exchange: an answer that never begins, one that hangs half way, and one that drips without end. */
export function timeLimit({ headersMs, stallMs, bodyMs }: Limits): TimeLimit {
  const cutting = new AbortController();
  const cut = (): void => cutting.abort();
  let next = setTimeout(cut, headersMs);
  let whole: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => {
    clearTimeout(next);
    next = setTimeout(cut, stallMs);
  };
  return {
    signal: cutting.signal,
    async readBody({ body }) {
      heard();
      whole = setTimeout(cut, bodyMs);
      const parts = body?.getReader();
      const decoder = new TextDecoder();
      let text = '';
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- parts come one after the other
        const part = await parts?.read();
        if (part?.value === undefined) return text + decoder.decode();
        heard();
        text += decoder.decode(part.value, { stream: true });
      }
    },
    clear() {
      clearTimeout(next);
      clearTimeout(whole);
    },
  };
}
