import { inflateRawSync } from 'node:zlib';

const END = 0x06_05_4b_50;
const ENTRY = 0x02_01_4b_50;
const DEFLATED = 8;

/** Returns the texts of a ZIP file by their names: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function textsInZip(zip: Buffer): ReadonlyMap<string, string> {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error('This is no ZIP file.');
  const texts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0 && zip.readUInt32LE(at) === ENTRY; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
      zip.readUInt16LE(at + place),
    );
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength!);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    texts.set(
      name,
      (zip.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(bytes) : bytes).toString('utf8'),
    );
    at += 46 + nameLength! + extraLength! + commentLength!;
  }
  return texts;
}

/** Returns the rows of the first sheet of a workbook (.xlsx), each by the words of the first row. */
export function rowsOfWorkbook(workbook: Buffer): readonly Readonly<Record<string, number>>[] {
  const texts = textsInZip(workbook);
  const words = [
    ...(texts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>.*?<t[^>]*>([^<]*)<\/t>.*?<\/si>/gs),
  ];
  const sheet = texts.get('xl/worksheets/sheet1.xml') ?? '';
  const rows = [...sheet.matchAll(/<row .*?<\/row>/gs)].map(([row]) =>
    [...row.matchAll(/<c r="([A-Z]+)\d+"([^>]*)><v>([^<]*)<\/v>/g)].map(
      ([, column = '', kind = '', value = '']) => ({ column, isWord: kind.includes('t="s"'), value }),
    ),
  );
  const [head = [], ...body] = rows;
  const names = new Map(
    head.map(({ column, isWord, value }) => [column, isWord ? (words[Number(value)]?.[1] ?? '') : value]),
  );
  return body.map((cells) =>
    Object.fromEntries(cells.map(({ column, value }) => [names.get(column) ?? column, Number(value)])),
  );
}
