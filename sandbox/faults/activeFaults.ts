import type { Faults, TokenFault } from './faults.ts';
import { type FhirFault, withDefaultStatus } from './fhirFault.ts';

/** Holds the faults that are on, for everybody who uses this sandbox. */
export class ActiveFaults {
  #current: Faults = {};
  #fhirAnswers = 0;

  get current(): Faults {
    return this.#current;
  }

  replace(faults: Faults): void {
    this.#current = faults;
    this.#fhirAnswers = 0;
  }

  clear(): void {
    this.replace({});
  }

  tokenFault(grantType: unknown): TokenFault | undefined {
    const { token } = this.#current;
    return token?.grant === undefined || token.grant === grantType ? token : undefined;
  }

  /**
   * Returns the fault of one FHIR answer and counts it, since a fault may be meant for the first answers only
   * or for the n-th. `page` is the number of the page in its search, and `category` that of the search or ''.
   */
  takeFhirFault(type: string, page: number | undefined, category: string): FhirFault | undefined {
    const { fhir } = this.#current;
    if (!fhir || !isMeant(fhir, type, page, category)) return undefined;
    this.#fhirAnswers += 1;
    if (this.#fhirAnswers % (fhir.every ?? 1) !== 0) return undefined;
    const { onNth, times = onNth === undefined ? Infinity : 1 } = fhir;
    const nth = this.#fhirAnswers - (onNth ?? 1);
    return nth >= 0 && nth < times ? withDefaultStatus(fhir) : undefined;
  }
}

const isMeant = (fault: FhirFault, type: string, page: number | undefined, category: string): boolean =>
  (fault.type ?? type) === type &&
  (fault.brokenPage ?? page) === page &&
  category.includes(fault.category ?? '');
