import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

/** These are the files of an archive by their paths with `/`. */
export type ArchiveFiles = ReadonlyMap<string, Uint8Array>;

const BLOCK = 512;
const MODE = 0o644;

const inOrder = (files: ArchiveFiles) => [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));

/**
 * Returns a tar archive, compressed by gzip. The same files and time give the same bytes: names are in order, all files have one
 * time and no owner. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06
 */
export function tarGz(files: ArchiveFiles, timeS: number): Uint8Array {
  const parts = inOrder(files).flatMap(([name, content]) => [
    tarHeader(name, content.length, timeS),
    content,
    Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK),
  ]);
  const packed = gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]), { level: 9 });
  packed[9] = 0xff; // the system that made it, which differs from machine to machine: unknown
  return packed;
}

function tarHeader(path: string, size: number, timeS: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, length: number): void =>
    void header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at);
  const [name, prefix] = tarNames(path);
  header.write(name, 0);
  octal(MODE, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(timeS, 136, 12);
  header.write('        ', 148); // the checksum counts as blanks while it is added up
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  header.write(prefix, 345);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** A name has room for 100 bytes; folders of a longer one stand in the prefix, which has 155. */
function tarNames(path: string): readonly [name: string, prefix: string] {
  if (Buffer.byteLength(path) <= 100) return [path, ''];
  const cut = path.indexOf('/', path.length - 101);
  const [name, prefix] = [path.slice(cut + 1), path.slice(0, cut)];
  if (cut < 1 || Buffer.byteLength(name) > 100 || Buffer.byteLength(prefix) > 155)
    throw new Error(`The path is too long for an archive: ${path}`);
  return [name, prefix];
}

/** Returns a ZIP archive; the same files and time give the same bytes. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function zip(files: ArchiveFiles, timeS: number): Uint8Array {
  const parts: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of inOrder(files)) {
    const packed = deflateRawSync(content, { level: 9 });
    const path = Buffer.from(name);
    const common = commonFields(path.length, content, packed.length, timeS);
    const local = Buffer.concat([numbers([4, 0x04_03_4b_50]), common, path, packed]);
    parts.push(local);
    // 0x314 is a system with the modes of files, whose mode stands in the high half of the attributes.
    const rest = numbers([2, 0], [2, 0], [2, 0], [4, ((0o100_000 | MODE) << 16) >>> 0], [4, offset]);
    entries.push(numbers([4, 0x02_01_4b_50], [2, 0x3_14]), common, rest, path);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const count = files.size;
  const end = numbers(
    [4, 0x06_05_4b_50],
    [4, 0],
    [2, count],
    [2, count],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
  return Buffer.concat([...parts, directory, end]);
}

/** These fields of a file stand in front of it and in the directory alike. */
function commonFields(nameLength: number, content: Uint8Array, packedLength: number, timeS: number): Buffer {
  const time = new Date(timeS * 1000);
  const clock = (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
  const day = ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate();
  const [version, utf8, deflated] = [20, 0x8_00, 8];
  return numbers(
    [2, version],
    [2, utf8],
    [2, deflated],
    [2, clock],
    [2, day],
    [4, crc32(content)],
    [4, packedLength],
    [4, content.length],
    [2, nameLength],
    [2, 0],
  );
}

/** Returns numbers one after the other, each in so many bytes, the lowest byte first. */
function numbers(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const all = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) at = all.writeUIntLE(value, at, bytes);
  return all;
}
