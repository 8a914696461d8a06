/**
 * This is the file that the build makes of the catalog (`build/catalogTable.ts`). Each column is one text, its cells
 * joined by ";". The first ten have one cell for each analyte, in clinical order.
 */
export type CatalogFile = {
  readonly groups: string;
  readonly names: string;
  readonly keys: string;
  readonly axes: string;
  readonly decimals: string;
  readonly units: string;
  readonly bounds: string;
  readonly codes: string;
  readonly relations: string;
  readonly displays: string;
  readonly panelCodes: string;
  readonly unmappedCodes: string;
} & UnitSpellingTable;

/** These texts say how laboratories spell units (`build/unitSpellingTable.ts`); `units/canonicalUnit.ts` reads them. */
export type UnitSpellingTable = {
  readonly unitRules: string;
  readonly unitSpellings: string;
  readonly unitsWhereListed: string;
};

/** Returns the id that most analytes have: "K (blood)" is `k-bld`, "Bands%" is `bands-pct`. */
export const idOfName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('blood', 'bld')
    .replaceAll('%', ' pct')
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '');
