import { FHIR_BYTES, overLimit } from '../network/bodyLimit.ts';
import type { RequestAttempt } from './serverSilence.ts';

/** A time limit watches over one exchange. */
export type TimeLimit = {
  /** The signal is aborted when the exchange takes too long. */
  readonly signal: AbortSignal;
  /** Reads a body to its end. Rejects when it breaks off, has more than `FHIR_BYTES` (`isOverLimit`) or the signal is aborted. */
  readBody(response: Response): Promise<string>;
  /** Stops the clock. */
  clear(): void;
};

/** The status of an error says enough, so its body is not waited for longer than this. */
const ERROR_BODY_MS = 3000;

/** Tells the clock of the session of each part of an answer, so that it stops one that never begins, stalls or never ends. */
export function timeLimit(exchange: RequestAttempt): TimeLimit {
  let isAnswered = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    signal: exchange.signal,
    async readBody(response) {
      const { ok, body } = response;
      exchange.heard(0);
      if (!ok) {
        isAnswered = true;
        timer = setTimeout(exchange.giveUp, ERROR_BODY_MS);
      }
      const parts = body?.getReader();
      const { signal } = exchange;
      // A connection may not hear of the end: https://github.com/nodejs/node/issues/57736.
      signal.addEventListener('abort', () => void parts?.cancel().catch(() => undefined));
      const decoder = new TextDecoder();
      let text = '';
      let bytes = 0;
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- parts come one after the other
        const part = await parts?.read();
        signal.throwIfAborted();
        if (part?.value === undefined) {
          isAnswered = true;
          return text + decoder.decode();
        }
        const { byteLength } = part.value;
        exchange.heard(byteLength);
        bytes += byteLength;
        if (bytes > FHIR_BYTES) {
          void parts?.cancel().catch(() => undefined);
          overLimit.add(response);
          throw new RangeError('over its limit');
        }
        text += decoder.decode(part.value, { stream: true });
      }
    },
    clear() {
      clearTimeout(timer);
      exchange.end(isAnswered);
    },
  };
}
