import { hasOwnAncestors } from '../../smart/site/frameAncestors.ts';
import type { Site } from '../../smart/site/site.ts';
import { environmentTexts } from './environment.messages.ts';
import { fact, type Fact } from './inspection.ts';

/** It is undefined where the host did not show its headers. */
export type HostHeaders = Headers | 'reading' | undefined;

const FRAMING = {
  asBuilt: ['asBuilt', 'asBuiltNote'],
  other: ['notAsBuilt', 'notAsBuiltNote'],
  missing: ['missing', 'missingNote'],
  unknown: ['notKnown', 'notKnownNote'],
} as const;

function framingOf(headers: Headers | undefined, sites: readonly Site[]): keyof typeof FRAMING {
  if (headers === undefined) return 'unknown';
  if (hasOwnAncestors(headers, sites)) return 'asBuilt';
  return /\bframe-ancestors\b/i.test(headers.get('content-security-policy') ?? '') ? 'other' : 'missing';
}

/**
 * These are the other headers of the build. A host that sends another value than ours is not told apart from one that sends
 * ours.
 */
const OTHERS = [
  'content-security-policy',
  'referrer-policy',
  'x-content-type-options',
  'permissions-policy',
] as const;

/** Returns what the host sends with the pages of Longview, and what is missing. It holds no text of the host. */
export function hostFacts(headers: HostHeaders, sites: readonly Site[]): Fact[] {
  if (headers === 'reading')
    return [fact(environmentTexts('frameAncestors'), environmentTexts('headersReading'))];
  const [value, note] = FRAMING[framingOf(headers, sites)];
  const framing = fact(environmentTexts('frameAncestors'), environmentTexts(value), environmentTexts(note));
  if (headers === undefined) return [framing];
  const missing = OTHERS.filter((name) => !headers.has(name));
  const isKept = !/\bno-store\b/i.test(headers.get('cache-control') ?? '');
  return [
    framing,
    {
      name: environmentTexts('otherHeaders'),
      values: missing.length === 0 ? [environmentTexts('none')] : missing,
      note: missing.length === 0 ? undefined : environmentTexts('otherHeadersNote'),
    },
    fact(
      environmentTexts('noStore'),
      environmentTexts(isKept ? 'no' : 'yes'),
      isKept ? environmentTexts('pagesAreKept') : undefined,
    ),
  ];
}
