import { checkedDiscovery, readDiscovery, type Discovery } from '../discovery/discovery.ts';
import { discoveryFindings } from './discoveryFindings.ts';
import type { Finding } from './finding.ts';
import { isLaunchError, type LaunchError } from '../errors/LaunchError.ts';
import type { Site } from '../site/site.ts';

/** A check says what a server announces, and what a launch would make of it. */
export type DiscoveryCheck = {
  /** The findings are given field by field, and are empty when nothing could be read. */
  readonly findings: readonly Finding[];
  /** The server offers these capabilities and scopes; undefined when a launch would fail. */
  readonly offered: Pick<Discovery, 'capabilities' | 'scopesSupported'> | undefined;
  /** A launch would end with this error. */
  readonly error: LaunchError | undefined;
};

/**
 * Asks the server for its discovery document and checks it, for the launch inspector. `refreshingVendors` are the vendors
 * that renew tokens without announcing it.
 */
export async function checkDiscovery(
  site: Site,
  iss: string,
  refreshingVendors: readonly string[],
): Promise<DiscoveryCheck> {
  let document: object;
  try {
    document = await readDiscovery(site, iss);
  } catch (error) {
    return { findings: [], offered: undefined, error: launchErrorOf(error) };
  }
  const findings = discoveryFindings(document, site, iss, refreshingVendors);
  try {
    const { capabilities, scopesSupported } = checkedDiscovery(document, site, iss);
    return { findings, offered: { capabilities, scopesSupported }, error: undefined };
  } catch (error) {
    return { findings, offered: undefined, error: launchErrorOf(error) };
  }
}

function launchErrorOf(error: unknown): LaunchError {
  if (isLaunchError(error)) return error;
  throw error;
}
