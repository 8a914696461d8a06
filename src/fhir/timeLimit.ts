import type { Limits } from './limits.ts';

/** A time limit watches over one exchange. */
export type TimeLimit = {
  /** The signal is aborted when the exchange takes too long. */
  readonly signal: AbortSignal;
  /** Reads a body to its end. Rejects when it breaks off or the signal is aborted. */
  readBody(response: Response): Promise<string>;
  /** Stops the clock. */
  clear(): void;
};

/** Starts the clock of one exchange. It stops an answer that never begins, one that stalls, and one that never ends. */
export function timeLimit({ headersMs, stallMs, bodyMs }: Limits): TimeLimit {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  let stall = setTimeout(abort, headersMs);
  let whole: ReturnType<typeof setTimeout> | undefined;
  const restart = (): void => {
    clearTimeout(stall);
    stall = setTimeout(abort, stallMs);
  };
  return {
    signal: controller.signal,
    async readBody({ body }) {
      restart();
      whole = setTimeout(abort, bodyMs);
      const parts = body?.getReader();
      const decoder = new TextDecoder();
      let text = '';
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- parts come one after the other
        const part = await parts?.read();
        if (part?.value === undefined) return text + decoder.decode();
        restart();
        text += decoder.decode(part.value, { stream: true });
      }
    },
    clear() {
      clearTimeout(stall);
      clearTimeout(whole);
    },
  };
}
