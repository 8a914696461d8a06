import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults, FhirFault, TokenFault } from './faults.ts';

const SLOWEST_MS = 30_000;

/** The faults that are on, for everybody who uses this sandbox. */
export class FaultBoard {
  #current: Faults = {};
  #fhirAnswersLeft = Infinity;

  get current(): Faults {
    return this.#current;
  }

  replace(faults: Faults): void {
    this.#current = faults;
    this.#fhirAnswersLeft = faults.fhir?.times ?? Infinity;
  }

  clear(): void {
    this.replace({});
  }

  tokenFault(grantType: unknown): TokenFault | undefined {
    const { token } = this.#current;
    return token?.grant === undefined || token.grant === grantType ? token : undefined;
  }

  /** The fault of one FHIR answer. It is counted: a fault may be meant for the first answers only. */
  takeFhirFault(type: string): FhirFault | undefined {
    const { fhir } = this.#current;
    if (!fhir || (fhir.type !== undefined && fhir.type !== type)) return undefined;
    if (this.#fhirAnswersLeft === 0) return undefined;
    this.#fhirAnswersLeft -= 1;
    return fhir;
  }
}

/** Never so long that a forgotten fault looks like a sandbox that hangs, and never what keeps the process alive. */
export const pause = (ms = 0): Promise<void> =>
  ms === 0 ? Promise.resolve() : sleep(Math.min(ms, SLOWEST_MS), undefined, { ref: false });
