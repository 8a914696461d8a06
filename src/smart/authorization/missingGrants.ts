import { grantedParts, grantsIn, hasPart, isGranted, READ_TYPES } from './scopes.ts';

/** The server granted less of these resource types than was requested. */
export type MissingGrants = {
  /** The server granted nothing of these types. */
  readonly denied: readonly string[];
  /** The server granted only a part of these types, by a query in the scope. */
  readonly partial: readonly string[];
};

/** Compares the requested scopes with the granted ones and returns the resource types that fall short. A wildcard asks for all that is read. */
export function missingGrants(requestedScope: string, grantedScope: string): MissingGrants {
  const types = new Set(grantsIn(requestedScope).flatMap(({ type }) => (type === '*' ? READ_TYPES : type)));
  const right = (type: string): 'r' | 's' => (type === 'Patient' ? 'r' : 's');
  // A Medication is read only where an order names its drug by nothing else, and then that order says what is missing (decision 68).
  types.delete('Medication');
  return {
    denied: [...types].filter((type) => !isGranted(grantedScope, type, right(type))),
    partial: [...types].filter((type) => {
      const granted = grantedParts(grantedScope, type, right(type));
      const requested = grantedParts(requestedScope, type, right(type));
      return granted && !requested?.every((part) => hasPart(granted, part));
    }),
  };
}
