import { isDrawnEntry, seriesOfEntry, type TileEntry } from './tileLayout.ts';

/** All that a result is called, in the catalog and as sent; the codes stand apart, because no error is forgiven in them. */
export function searchTermsOf(entry: TileEntry): { readonly names: string; readonly codes: string } {
  const sides = isDrawnEntry(entry) ? seriesOfEntry(entry) : [];
  const names = [entry.name];
  const codes = [entry.id];
  for (const { name, shortName, longName = '', rows, listed } of sides) {
    const kind = (rows.at(0) ?? listed.at(0))?.kind;
    names.push(name, shortName, longName, kind?.codeText ?? '');
    codes.push(kind?.code ?? '');
  }
  return { names: names.join(' '), codes: codes.join(' ') };
}

/** By name, short name, id and code; every word of the query must occur. */
export function matchesSearch(entry: TileEntry, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const { names, codes } = searchTermsOf(entry);
  const text = `${codes} ${entry.group} ${names}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
