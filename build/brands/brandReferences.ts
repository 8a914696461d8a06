/** A resource of a bundle, with the base of the server whose address its entry has; '' where it has none. */
export type Placed<One> = One & { readonly base: string };

/** Matches an address of a resource at a FHIR server. https://hl7.org/fhir/R4/references.html#regex */
const AT_SERVER = /^(https?:\/\/\S+)\/[A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/;

/** Returns the base of the server at which an entry stands; '' for one without an address, or with one such as `urn:uuid:…`. */
export const baseOfEntry = (fullUrl: string | undefined): string => AT_SERVER.exec(fullUrl ?? '')?.[1] ?? '';

/**
 * Holds the resources of one type in a bundle by their references. A bundle may be put together from the lists of several servers, and
 * `Endpoint/1` is another endpoint at each of them. A reference without a server therefore means the server of the resource that
 * has it, and never another one: a patient who chose one hospital would sign in at the other.
 * https://hl7.org/fhir/R4/bundle.html#references
 */
export class BrandReferences<One extends { readonly id: string; readonly base: string }> {
  readonly #type: string;
  readonly #byAddress = new Map<string, One>();
  readonly #withoutServer = new Map<string, One>();
  /** Several servers may have one id; then the id alone names none of them. */
  readonly #atServers = new Map<string, One | undefined>();
  /** These stand beside another one under their address or id that says something else. A reference to them names neither. */
  readonly #contradicted = new Set<One>();
  readonly #meaningOf: (one: One) => string;
  readonly #all: One[] = [];

  /** `meaningOf` returns what two versions of one resource have in common. */
  constructor(type: string, meaningOf: (one: One) => string) {
    this.#type = type;
    this.#meaningOf = meaningOf;
  }

  get all(): readonly One[] {
    return this.#all;
  }

  /** Takes a resource, and returns false where another one stands under its address or id already. */
  add(one: One, fullUrl: string | undefined): boolean {
    const reference = `${this.#type}/${one.id}`;
    const isPlaced = one.base !== '';
    const atAddress = fullUrl === undefined ? undefined : this.#byAddress.get(fullUrl);
    const before = atAddress ?? (isPlaced ? undefined : this.#withoutServer.get(reference));
    if (before !== undefined) {
      if (this.#meaningOf(before) !== this.#meaningOf(one)) this.#contradicted.add(before);
      return false;
    }
    if (fullUrl !== undefined) this.#byAddress.set(fullUrl, one);
    if (isPlaced) this.#atServers.set(reference, this.#atServers.has(reference) ? undefined : one);
    else this.#withoutServer.set(reference, one);
    this.#all.push(one);
    return true;
  }

  /** Returns the resource that a reference means in a resource at this base; undefined where the bundle does not say. */
  find(reference: string, base: string): One | undefined {
    const named = this.#byAddress.get(reference) ?? this.#byAddress.get(`${base}/${reference}`);
    const unplaced = named ?? this.#withoutServer.get(reference);
    const found = unplaced ?? (base === '' ? this.#atServers.get(reference) : undefined);
    return found !== undefined && this.#contradicted.has(found) ? undefined : found;
  }
}
