import type { DiscoveryCheck } from '../../smart/inspection/discoveryCheck.ts';
import type { ScopeRow } from '../../smart/inspection/scopeRows.ts';
import type { Site } from '../../smart/site/site.ts';
import type { RequestTable } from './requestRows.ts';

/** This is one row of a table: the name of a fact, its values, and what follows from them. */
export type Fact = {
  readonly name: string;
  readonly values: readonly string[];
  readonly note?: string | undefined;
};

export const fact = (name: string, value: string, note?: string): Fact => ({ name, values: [value], note });

/** These are the facts about one site: how to register it, and what its server answered if it was asked. */
export type SiteInspection = {
  readonly site: Site;
  /** It is undefined for a site that serves any issuer under a prefix while no session of it is open. */
  readonly iss: string | undefined;
  readonly registration: readonly Fact[];
  readonly discovery: DiscoveryCheck | undefined;
};

/**
 * This is everything that the launch inspector shows. The page and the report are both made from it, so neither says more than
 * the other. Text of a server gets here only if it is on a list or matches a pattern, because it could name a patient.
 */
export type Inspection = {
  readonly session: { readonly facts: readonly Fact[]; readonly scopes: readonly ScopeRow[] } | undefined;
  readonly requests: RequestTable | undefined;
  readonly sites: readonly SiteInspection[];
  readonly browser: readonly Fact[];
  readonly host: readonly Fact[];
};
