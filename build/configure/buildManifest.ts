import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { unambiguousJson } from '../../src/smart/site/unambiguousJson.ts';
import type { PageTemplates } from './pageTemplates.ts';

/** This file of a build holds what `npm run configure` needs. No page needs it, and it need not be published. */
export const MANIFEST = 'longview.build.json';

/** This names a file below the folder, without a way out of it. */
const FILE_NAME = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const manifestSchema = v.strictObject({
  product: v.literal('longview'),
  version: v.string(),
  /** The pages without what follows from the site file. */
  pages: v.strictObject({ 'index.html': v.string(), 'launch.html': v.string(), '404.html': v.string() }),
  /** The SHA-256 of every other file of the build, by its name. None of them depends on the site file. */
  files: v.record(v.pipe(v.string(), v.regex(FILE_NAME)), hash),
  /** This is the SHA-256 of all of the above. */
  sha256: hash,
});

/** A build is made of these files, apart from its site file. */
export type BuildManifest = Readonly<v.InferOutput<typeof manifestSchema>>;

/** Returns the SHA-256 of a file in hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Returns the manifest of a build as text. The same build gives the same text. */
export function manifestText(
  version: string,
  pages: PageTemplates,
  files: ReadonlyMap<string, string | Uint8Array>,
): string {
  const own = {
    product: 'longview' as const,
    version,
    pages,
    files: Object.fromEntries(
      [...files]
        .map(([name, content]) => [name, sha256(content)] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
  return `${JSON.stringify({ ...own, sha256: sha256(JSON.stringify(own)) })}\n`;
}

/** Returns the manifest in a text; else, in words, why it is none or not as it was written. */
export function readManifest(text: string): BuildManifest | string {
  const checked = v.safeParse(manifestSchema, unambiguousJson(text));
  if (!checked.success) return 'is not that of a build of Longview';
  const { sha256: written, ...own } = checked.output;
  return sha256(JSON.stringify(own)) === written ? checked.output : 'was changed since it was built';
}
