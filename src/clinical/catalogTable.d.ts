/** The table that `build/catalogTable.ts` makes of the catalog. Cells that are empty at the end of a row are left out. */
declare module '*.json?table' {
  type Conversion = readonly [unit: string, factor: number, offset?: number];
  type AnalyteRow = readonly [
    id: string,
    name: string,
    short: string | 0,
    unit: string | 0,
    decimals: number,
    codes: string,
    conversions?: readonly Conversion[],
    plausible?: readonly [number, number] | 0,
    logOption?: 0 | 1,
  ];
  const table: readonly [
    analytes: readonly AnalyteRow[],
    aliases: Readonly<Record<string, readonly string[]>>,
    neverKeys: string,
  ];
  export default table;
}
