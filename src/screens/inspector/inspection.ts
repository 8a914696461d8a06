import type { DiscoveryCheck } from '../../smart/inspection/discoveryCheck.ts';
import type { ScopeRow } from '../../smart/inspection/scopeRows.ts';
import type { Site } from '../../smart/site/site.ts';
import type { RequestTable } from './requestRows.ts';

/** One line of a table: what, how it is, and what follows from it. Values may be several. */
export type Fact = {
  readonly name: string;
  readonly values: readonly string[];
  readonly note?: string | undefined;
};

export const fact = (name: string, value: string, note?: string): Fact => ({ name, values: [value], note });

/** What is known of one site: how it has to be registered, and what its server says when it was asked. */
export type SiteInspection = {
  readonly site: Site;
  /** undefined where any issuer under a prefix is served and none is open. */
  readonly iss: string | undefined;
  readonly registration: readonly Fact[];
  readonly discovery: DiscoveryCheck | undefined;
};

/**
 * All that the launch inspector knows, redacted: the page and the report are two forms of this, so neither can say more
 * than the other. What comes from a server passes a list or a pattern before it gets here.
 */
export type Inspection = {
  readonly session: { readonly facts: readonly Fact[]; readonly scopes: readonly ScopeRow[] } | undefined;
  readonly requests: RequestTable | undefined;
  readonly sites: readonly SiteInspection[];
  readonly browser: readonly Fact[];
};
