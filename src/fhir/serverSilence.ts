import { isHidden, isOffline } from './deviceState.ts';
import type { Limits } from './limits.ts';

/**
 * A request has waited for its answer since `sinceMs`, in epoch ms. `isTrickling`: a part of the answer came within the
 * last seconds, but not all of it.
 */
export type Silence = { readonly sinceMs: number; readonly isTrickling: boolean };

/** Hears of a silence when it is long enough to be said, when it changes, and with undefined when it is over. */
export type OnSilence = (silence: Silence | undefined) => void;

/** This is one attempt to get an answer, from its request to the end of the answer. */
export type RequestAttempt = {
  /** The signal is aborted when nobody waits for this answer any longer. */
  readonly signal: AbortSignal;
  /** Notes that the head of the answer came, or a part of its body with so many bytes. */
  readonly heard: (byteCount: number) => void;
  readonly giveUp: () => void;
  readonly end: (isAnswered: boolean) => void;
};

/** This is one thing that is asked of the server, with all its tries. */
export type WaitingRequest = {
  readonly begin: () => RequestAttempt;
  /** Says whether a further try would wait in vain. */
  readonly isHopeless: () => boolean;
  /** Says whether the server has been silent for so long that nothing more is asked of it until a person tries again. */
  readonly isGivenUp: () => boolean;
  readonly end: () => void;
};

/** Events are read after the results. */
type Part = 'results' | 'events';

type Asked = {
  readonly part: Part;
  /** This is the time since it was asked or last answered, over all tries. */
  waitingMs: number;
  /** The time since a part of its answer came, over all tries. */
  quietMs: number;
  /** The second wait that ends in vain is the last. */
  waitsInVain: number;
  /** One try brought this many bytes of an answer; -1 when no answer has begun. */
  mostBytes: number;
};

type InFlight = {
  readonly asked: Asked;
  /** It was sent although the server had been given up, so its own silence decides and not the one before. */
  readonly isSentAnyway: boolean;
  ageMs: number;
  quietMs: number;
  byteCount: number;
  readonly giveUp: () => void;
};

/** A longer pause between two ticks means that the machine was asleep. */
const ASLEEP_MS = 10_000;

/**
 * ServerSilence is the clock of the waiting times of one session (decision 46). It counts ticks and never compares times, so
 * that a page that is hidden, throttled or asleep counts too little and never too much. It stands still while the server
 * told us to wait, and begins anew when the device was offline or asleep.
 */
export class ServerSilence {
  readonly #limits: Limits;
  readonly #onSilence: OnSilence;
  readonly #isToldToWait: () => boolean;
  readonly #asked = new Set<Asked>();
  readonly #inFlight = new Set<InFlight>();
  /** For so long nothing came of this part. That results come is a sign for the events too, and not the other way round. */
  readonly #silentMs: Record<Part, number> = { results: 0, events: 0 };
  readonly #isGivenUp: Record<Part, boolean> = { results: false, events: false };
  #wasGivenUp = false;
  #timer: ReturnType<typeof setInterval> | undefined;
  #lastTickMs = 0;
  #said: Silence | undefined;

  constructor(limits: Limits, onSilence: OnSilence, isToldToWait: () => boolean) {
    this.#limits = limits;
    this.#onSilence = onSilence;
    this.#isToldToWait = isToldToWait;
  }

  /** Begins to wait for an answer. */
  ask(part: Part): WaitingRequest {
    const asked: Asked = { part, waitingMs: 0, quietMs: 0, waitsInVain: 0, mostBytes: -1 };
    if (this.#asked.size === 0) this.#start();
    this.#asked.add(asked);
    return {
      begin: () => this.#begin(asked),
      isHopeless: () => asked.waitsInVain > 1 || this.#isGivenUp[part],
      isGivenUp: () => this.#isGivenUp[part],
      end: () => {
        this.#asked.delete(asked);
        if (this.#asked.size === 0) clearInterval(this.#timer);
        this.#say();
      },
    };
  }

  /** Begins all waiting times anew, because a person wants the reading tried now. */
  reset(): void {
    Object.assign(this.#isGivenUp, { results: false, events: false });
    this.#startAnew();
  }

  #start(): void {
    Object.assign(this.#silentMs, { results: 0, events: 0 });
    this.#lastTickMs = Date.now();
    this.#timer = setInterval(() => this.#tick(), this.#limits.tickMs);
  }

  #startAnew(): void {
    Object.assign(this.#silentMs, { results: 0, events: 0 });
    for (const one of [...this.#asked, ...this.#inFlight]) one.quietMs = 0;
    for (const asked of this.#asked) asked.waitingMs = 0;
    for (const attempt of this.#inFlight) attempt.ageMs = 0;
    this.#say();
  }

  #begin(asked: Asked): RequestAttempt {
    const controller = new AbortController();
    const giveUp = (): void => controller.abort();
    const isSentAnyway = this.#isGivenUp[asked.part];
    const attempt: InFlight = { asked, isSentAnyway, ageMs: 0, quietMs: 0, byteCount: 0, giveUp };
    this.#inFlight.add(attempt);
    return {
      signal: controller.signal,
      giveUp,
      heard: (byteCount) => this.#hear(attempt, byteCount),
      end: (isAnswered) => {
        this.#inFlight.delete(attempt);
        if (isAnswered) {
          asked.waitingMs = 0;
          this.#noteProgress(asked.part);
        }
        this.#say();
      },
    };
  }

  #hear(attempt: InFlight, byteCount: number): void {
    const { asked } = attempt;
    attempt.quietMs = 0;
    attempt.byteCount += byteCount;
    // A second try that brings no more than the first is no progress.
    if (attempt.byteCount <= asked.mostBytes) return;
    asked.mostBytes = attempt.byteCount;
    asked.quietMs = 0;
    this.#noteProgress(asked.part);
  }

  #noteProgress(of: Part): void {
    for (const part of of === 'results' ? (['results', 'events'] as const) : ([of] as const)) {
      this.#silentMs[part] = 0;
      this.#isGivenUp[part] = false;
    }
  }

  #tick(): void {
    const pauseMs = Date.now() - this.#lastTickMs;
    this.#lastTickMs = Date.now();
    if (isOffline() || (pauseMs > ASLEEP_MS && !isHidden())) return this.#startAnew();
    if (isHidden() || this.#isToldToWait()) return;
    const { tickMs, silenceMs } = this.#limits;
    for (const part of ['results', 'events'] as const) {
      this.#silentMs[part] += tickMs;
      this.#isGivenUp[part] ||= this.#silentMs[part] >= silenceMs;
      this.#wasGivenUp ||= this.#isGivenUp[part];
    }
    for (const one of [...this.#asked, ...this.#inFlight]) one.quietMs += tickMs;
    for (const asked of this.#asked) asked.waitingMs += tickMs;
    for (const attempt of this.#inFlight) {
      attempt.ageMs += tickMs;
      this.#judge(attempt);
    }
    this.#say();
  }

  /** Gives up an attempt whose time is over. */
  #judge({ asked, isSentAnyway, ageMs, quietMs, giveUp }: InFlight): void {
    const { askAnewMs, silenceMs, stallMs, answerMs } = this.#limits;
    const isGivenUp = this.#isGivenUp[asked.part] && (!isSentAnyway || quietMs >= silenceMs);
    const isEndless = ageMs >= answerMs;
    const isSilent = this.#silentMs[asked.part] >= askAnewMs && ageMs >= askAnewMs;
    // A request may have got lost, so it is sent once more. Who tried again after a silence waits in one go.
    const isLost = isSilent && asked.waitsInVain === 0 && !this.#wasGivenUp;
    if (!isGivenUp && !isEndless && !isLost && quietMs < stallMs) return;
    asked.waitsInVain += isEndless ? 2 : 1;
    giveUp();
  }

  /** Says what has changed since it was last said. */
  #say(): void {
    const { noticeMs } = this.#limits;
    const longest = [...this.#asked].toSorted((a, b) => b.waitingMs - a.waitingMs)[0];
    const isLong = longest !== undefined && longest.waitingMs >= noticeMs;
    const isTrickling = isLong && longest.quietMs < noticeMs;
    if (isLong === (this.#said !== undefined) && isTrickling === (this.#said?.isTrickling ?? false)) return;
    this.#said = isLong ? { sinceMs: Date.now() - longest.waitingMs, isTrickling } : undefined;
    this.#onSilence(this.#said);
  }
}
