import { hasOwnAncestors } from '../../smart/site/frameAncestors.ts';
import type { Site } from '../../smart/site/site.ts';
import { fact, type Fact } from './inspection.ts';

/** Undefined where the host did not show its headers. */
export type HostHeaders = Headers | 'reading' | undefined;

const FRAMING = {
  asBuilt: ['as built', 'The browser refuses every other page that frames Longview.'],
  other: [
    'not as built',
    'It names other hosts than the site file of this build. Deploy the pages and the header file of one build together.',
  ],
  missing: [
    'missing',
    'The host sends no frame-ancestors. Chromium and Safari tell the page who frames it, and it refuses; in a browser that does not, such as Firefox, any page may frame it. Use the header file of the build (docs/hosting.md).',
  ],
  unknown: [
    'not known',
    'The host did not show its headers to this page: it gave no answer, an error or a redirect.',
  ],
} as const;

function framingOf(headers: Headers | undefined, sites: readonly Site[]): keyof typeof FRAMING {
  if (headers === undefined) return 'unknown';
  if (hasOwnAncestors(headers, sites)) return 'asBuilt';
  return /\bframe-ancestors\b/i.test(headers.get('content-security-policy') ?? '') ? 'other' : 'missing';
}

/** The other headers of the build. A host that sends another value than ours is not told apart from one that sends ours. */
const OTHERS = [
  'content-security-policy',
  'referrer-policy',
  'x-content-type-options',
  'permissions-policy',
] as const;

/** Returns what the host sends with the pages of Longview, and what is missing. It holds no text of the host. */
export function hostFacts(headers: HostHeaders, sites: readonly Site[]): Fact[] {
  if (headers === 'reading') return [fact('Header frame-ancestors', 'being read')];
  const [value, note] = FRAMING[framingOf(headers, sites)];
  const framing = fact('Header frame-ancestors', value, note);
  if (headers === undefined) return [framing];
  const missing = OTHERS.filter((name) => !headers.has(name));
  const isKept = !/\bno-store\b/i.test(headers.get('cache-control') ?? '');
  return [
    framing,
    {
      name: 'Other headers that are missing',
      values: missing.length === 0 ? ['none'] : missing,
      note:
        missing.length === 0
          ? undefined
          : 'The page itself carries the policy for scripts and requests, and that for the referrer. The others come from the host alone.',
    },
    fact(
      'Pages are never kept (no-store)',
      isKept ? 'no' : 'yes',
      isKept ? 'After a new build, people may still get the old page.' : undefined,
    ),
  ];
}
