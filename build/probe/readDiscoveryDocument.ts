import { DOCUMENT_BYTES } from '../../src/network/bodyLimit.ts';
import { discoveryAddress } from '../../src/smart/discovery/discovery.ts';
import { unambiguousJson } from '../../src/smart/site/unambiguousJson.ts';
import { askServer, type Answer } from './askServer.ts';
import { plainText } from './plainText.ts';

export type DiscoveryReading = {
  /** It is undefined when no answer came. */
  readonly answer: Answer | undefined;
  readonly document: object | undefined;
  /** This says why a launch could not use the answer; it is undefined where it can. */
  readonly problem: string | undefined;
};

/**
 * Asks for the discovery document of a FHIR base as a page at this origin would, by the rules of `readDiscovery`: no redirect, at
 * most 128 KiB, JSON with each field once.
 */
export async function readDiscoveryDocument(iss: string, origin: string): Promise<DiscoveryReading> {
  const answer = await askServer(new URL(discoveryAddress(iss)), {
    headers: { accept: 'application/json', origin },
    maxBytes: DOCUMENT_BYTES,
  });
  if ('silence' in answer) return { answer: undefined, document: undefined, problem: answer.silence };
  const refused = (problem: string): DiscoveryReading => ({ answer, document: undefined, problem });
  const { status, headers, text } = answer;
  if (status >= 300 && status < 400)
    return refused(`redirects (${status}) to ${plainText(headers.location ?? 'nowhere')}`);
  if (status < 200 || status > 299) return refused(`answers with status ${status}`);
  if (answer.isTooLong) return refused('sends more than 128 KiB');
  const document: unknown = unambiguousJson(text);
  if (typeof document === 'object' && document !== null && !Array.isArray(document))
    return { answer, document, problem: undefined };
  return refused(
    /^\s*</.test(text)
      ? 'sends a web page (HTML) in place of JSON'
      : 'sends no JSON object with each field once, or one that is nested too deeply',
  );
}
