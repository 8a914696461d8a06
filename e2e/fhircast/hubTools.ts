import { expect, type Page } from '@playwright/test';
import { launchAddress, type LaunchRequest } from '../support/launching.ts';
import { sandboxApi } from '../support/sandboxApi.ts';

/** The hub of the sandbox tells this of one EHR window. */
export type HubFacts = {
  readonly topic: string;
  readonly subscribers: number;
  readonly heard: readonly { readonly what: string; readonly message: unknown }[];
};

/** Asks the sandbox for a launch with a hub. Returns the address that opens the app, and the launch that names the EHR window. */
export async function hubLaunch(
  wanted: LaunchRequest,
): Promise<{ readonly address: string; readonly launch: string }> {
  const address = await launchAddress({ ...wanted, hub: true });
  return { address, launch: new URL(address).searchParams.get('launch') ?? '' };
}

export async function hubFacts(launch: string): Promise<HubFacts> {
  const response = await sandboxApi(`hub?launch=${launch}`);
  expect(response.ok).toBe(true);
  const facts: HubFacts = await response.json();
  return facts;
}

/** Does something in the EHR window of a launch. Resolves when its apps have answered, or have had their time. */
export async function inEhr(
  launch: string,
  act: { open?: string; close?: string; signOut?: true; text?: string; cut?: true },
): Promise<void> {
  const response = await sandboxApi('hub', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ launch, ...act }),
  });
  expect(response.ok, await response.text()).toBe(true);
}

/** Waits until this many apps listen to the EHR window of a launch. */
export const waitForSubscribers = (launch: string, count: number): Promise<void> =>
  expect.poll(async () => (await hubFacts(launch)).subscribers, { timeout: 30_000 }).toBe(count);

/** Returns the messages of one kind that the hub has heard, oldest first. */
export const heardOf = async (launch: string, what: string): Promise<readonly unknown[]> =>
  (await hubFacts(launch)).heard.filter((one) => one.what === what).map(({ message }) => message);

export const FOLLOWS = /Closes when you change patient in the EHR/;
export const follows = (page: Pick<Page, 'getByText'>): Promise<void> =>
  expect(page.getByText(FOLLOWS)).toBeVisible({ timeout: 30_000 });
