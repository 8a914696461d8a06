import { sendRequest } from '../network/serverRequest.ts';

/** Chromium and Firefox name the file in the error of an import; Safari does not. */
const FILE = /https?:\/\/[^\s"'<>]{1,200}?\/assets\/[\w.-]+\.(?:js|css)/;

/**
 * Returns whether a file of the app is gone from its host, or the host has another release by now. A host that does not answer
 * is no update.
 */
export async function isMissingOnHost(failure: unknown): Promise<boolean> {
  const [address] = FILE.exec(failure instanceof Error ? failure.message : '') ?? [];
  if (address !== undefined && new URL(address).origin === location.origin && (await isMissing(address)))
    return true;
  return isOtherRelease();
}

const isMissing = async (address: string): Promise<boolean> => {
  const { ok, status, headers } = await sendRequest(address, { method: 'HEAD' });
  // Some hosts answer every unknown address with a page.
  const isPage = ok && headers.get('content-type')?.startsWith('text/html') === true;
  return status === 404 || status === 410 || isPage;
};

/** Compares the app that this page has loaded with the one that the host would load now. The query of a launch is not sent. */
async function isOtherRelease(): Promise<boolean> {
  const loaded = document.querySelector('link[data-app]')?.getAttribute('href');
  const answer = await sendRequest(location.origin + location.pathname, {});
  const [, offered] = /<link [^<>]*data-app href="([^"<>]+)"/.exec(await answer.text()) ?? [];
  return answer.ok && loaded !== null && loaded !== undefined && offered !== undefined && offered !== loaded;
}
