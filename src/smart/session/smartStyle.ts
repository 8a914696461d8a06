import { isOverLimit } from '../../network/bodyLimit.ts';
import { sendRequest } from '../../network/serverRequest.ts';
import { sessionTexts } from './session.messages.ts';
import type { Session } from './session.ts';

/** This is the style document as it was sent, of which nothing is checked yet, or the reason why there is none. */
export type SmartStyle = { readonly sent: object } | { readonly why: string };

const TIME_LIMIT_MS = 5000;
const MAX_BYTES = 65_536;

/**
 * Reads `smart_style_url` without token, cookie or referrer (client-rules.md row 58). Returns undefined when the token response
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
    return {
      why: URL.canParse(styleUrl)
        ? sessionTexts('styleOriginNotListed', { origin: new URL(styleUrl).origin })
        : sessionTexts('stylePlaceNotListed'),
    };
  }
  try {
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]);
    const request = { headers: { Accept: 'application/json' }, signal: inTime };
    const response = await sendRequest(styleUrl, request, MAX_BYTES);
    if (!response.ok) return { why: sessionTexts('styleStatus', { status: String(response.status) }) };
    const text = await response.text().catch((error: unknown) => {
      if (!isOverLimit(response)) throw error;
    });
    return text === undefined
      ? { why: sessionTexts('styleTooLong', { limit: String(MAX_BYTES / 1024) }) }
      : styleFrom(text);
  } catch (error) {
    return {
      why:
        error instanceof Error && error.name === 'TimeoutError'
          ? sessionTexts('styleTooLate', { limit: String(TIME_LIMIT_MS / 1000) })
          : sessionTexts('styleUnreadable'),
    };
  }
}

/** Parses a JSON object, or says why the text is none. */
function styleFrom(text: string): SmartStyle {
  try {
    const sent: unknown = JSON.parse(text);
    if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return { sent };
  } catch {
    return { why: sessionTexts('styleNotJson') };
  }
  return { why: sessionTexts('styleNotObject') };
}
