import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { sha256 } from './buildManifest.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * A build for a host has brotli and gzip forms of its texts beside them. One that is served on this machine needs none, and is
 * there in less than half the time without.
 */
export type Packing = 'packed' | 'plain';

/** Browsers ask for files with these endings. The header files and lists beside them are for the host, so they stay plain. */
const SENT_TEXT = /\.(?:html|js|css|svg|json|webmanifest|txt)$/;
const FOR_THE_HOST = /^(?:longview\.|sbom\.|releases\.json$)/;

/** A smaller file fits one packet anyway. */
const SMALLEST_BYTES = 1024;

/**
 * Returns the brotli (`.br`) and the gzip (`.gz`) form of each text among these files that is longer than 1 kB. They are made
 * once, at the highest quality, which a server would not spend on each answer. The same text gives the same bytes.
 */
export async function precompressed(
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const made = [...files].map(async ([name, content]): Promise<[string, Uint8Array][]> => {
    const bytes = Buffer.from(content);
    if (!SENT_TEXT.test(name) || FOR_THE_HOST.test(name) || bytes.length <= SMALLEST_BYTES) return [];
    const hash = sha256(bytes);
    const packing = packed.get(hash) ?? pack(bytes);
    packed.set(hash, packing);
    const [br, gz] = await packing;
    return [
      [`${name}.br`, br],
      [`${name}.gz`, gz],
    ];
  });
  return new Map((await Promise.all(made)).flat());
}

type Packed = readonly [br: Uint8Array, gz: Uint8Array];

/** The same text is packed once: the pages of all redirect URIs, and what several builds of one process have in common. */
const packed = new Map<string, Promise<Packed>>();

async function pack(bytes: Buffer): Promise<Packed> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return Promise.all([brotli(bytes, { params }), gzipped(bytes, { level: constants.Z_BEST_COMPRESSION })]);
}
