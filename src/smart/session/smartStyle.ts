import { sendRequest } from '../../network/serverRequest.ts';
import type { Session } from './session.ts';

/** This is the style document as it was sent, of which nothing is checked yet, or the reason why there is none. */
export type SmartStyle = { readonly sent: object } | { readonly why: string };

const TIME_LIMIT_MS = 5000;
const MAX_BYTES = 65_536;

/**
 * Reads `smart_style_url` without token, cookie or referrer (rules.md row 58). Returns undefined when the token response
 * named none. Never throws, because a missing style concerns no clinician.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html
 */
export async function readSmartStyle(
  { styleUrl, site }: Session,
  signal: AbortSignal,
): Promise<SmartStyle | undefined> {
  if (styleUrl === undefined) return undefined;
  // The origin is checked again, because after a reload the address comes from storage.
  if (!site.styleOrigins.some((origin) => styleUrl.startsWith(`${origin}/`))) {
    const origin = URL.canParse(styleUrl) ? new URL(styleUrl).origin : 'its place';
    return { why: `${origin} is not in styleOrigins of the site file` };
  }
  try {
    const response = await sendRequest(styleUrl, {
      headers: { Accept: 'application/json' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]),
    });
    if (!response.ok) return { why: `answered with status ${response.status}` };
    const text = await limitedText(response);
    return text === undefined ? { why: `longer than ${MAX_BYTES / 1024} kB` } : styleFrom(text);
  } catch (error) {
    return {
      why:
        error instanceof Error && error.name === 'TimeoutError'
          ? `not there within ${TIME_LIMIT_MS / 1000} seconds`
          : 'could not be read: no connection, a redirect, or no CORS header for Longview',
    };
  }
}

/** Reads a body; returns undefined and stops reading when it is too long. */
async function limitedText({ body }: Response): Promise<string | undefined> {
  const parts = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- parts come one after the other
    const part = await parts?.read();
    if (part?.value === undefined) return text + decoder.decode();
    bytes += part.value.length;
    if (bytes > MAX_BYTES) {
      await parts?.cancel();
      return undefined;
    }
    text += decoder.decode(part.value, { stream: true });
  }
}

/** Parses a JSON object, or says why the text is none. */
function styleFrom(text: string): SmartStyle {
  try {
    const sent: unknown = JSON.parse(text);
    if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return { sent };
  } catch {
    return { why: 'not JSON' };
  }
  return { why: 'not a JSON object' };
}
