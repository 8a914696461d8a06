import { checkedDiscovery, readDiscovery, type Discovery } from '../discovery/discovery.ts';
import { discoveryFindings } from './discoveryFindings.ts';
import type { Finding } from './finding.ts';
import { isLaunchError, type LaunchError } from '../errors/LaunchError.ts';
import type { Site } from '../site/site.ts';

/** What the server says now, and what a launch would make of it. */
export type DiscoveryCheck = {
  /** Empty when nothing could be read. */
  readonly findings: readonly Finding[];
  readonly offered: Pick<Discovery, 'capabilities' | 'scopesSupported'> | undefined;
  /** What a launch would end with. */
  readonly error: LaunchError | undefined;
};

/** Asks the server, whatever an earlier launch left; for the launch inspector. */
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
