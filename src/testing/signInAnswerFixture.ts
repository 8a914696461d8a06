/** This file begins a sign-in and answers it on a new page, for tests against servers of this machine. */
import { vi } from 'vitest';
import { createAuthorizationRequest } from '../smart/authorization/authorize.ts';
import { rememberDiscovery } from '../smart/discovery/rememberedDiscovery.ts';
import { isLaunchError, type LaunchError } from '../smart/errors/LaunchError.ts';
import type { Session } from '../smart/session/session.ts';
import type { Site } from '../smart/site/site.ts';

/** Begins a launch from the chart and returns its state. The server has announced `document` before. */
export async function beginSignIn(site: Site, document: object): Promise<string> {
  rememberDiscovery(site.iss, { document, readAtMs: Date.now() });
  const { parameters } = await createAuthorizationRequest({ site, iss: site.iss, launch: 'xyz' });
  return parameters.get('state') ?? '';
}

/** Opens the page of an answer, whose address may have any query, and exchanges its code. */
export async function openAnswer(address: string, sites: readonly Site[]): Promise<Session> {
  vi.resetModules(); // the exchange is made once for each page
  const { exchangeCode } = await import('../smart/authorization/codeExchange.ts');
  return exchangeCode(new URL(address), sites);
}

/** Opens the page of an answer that must be refused, and returns the error that its screen shows. */
export async function refusalOfAnswer(address: string, sites: readonly Site[]): Promise<LaunchError> {
  const outcome: unknown = await openAnswer(address, sites).catch((reason: unknown) => reason);
  if (isLaunchError(outcome)) return outcome;
  throw outcome instanceof Error ? outcome : new Error('There is a session.');
}
