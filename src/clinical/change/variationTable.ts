/** This file reads the published variation of each measure, with where it was read. */
import table from './biologicalVariation.json';
import type { Series } from '../series/series.ts';
import type { Variation } from './changeDistance.ts';

type TableRow = {
  readonly cvi: number;
  readonly cva: number;
  readonly cvaFrom: string;
  readonly source: string;
  readonly sd?: number;
  readonly unit?: string;
  readonly fasting?: string;
  readonly codes?: string;
  /** A value in one of these units is in the unit of the row after it was multiplied by the first number and the second was added. */
  readonly from?: Readonly<Record<string, readonly number[]>>;
};

/** This is the variation of a measure, and the words for where its numbers come from. */
export type PublishedVariation = {
  readonly variation: Variation;
  readonly cviPercent: number;
  readonly cvaPercent: number;
  readonly cvaFrom: string;
  readonly source: string;
  /** `only`: it holds for fasting results; `same`: fasting results are compared with fasting results. */
  readonly fasting: 'only' | 'same' | '';
  /** It holds for values in this unit alone, which has another zero, so that results are converted before they are compared. */
  readonly inUnit?: ComparedUnit;
};

/** A value is in this unit after it was multiplied by `factor` and `offset` was added. */
type ComparedUnit = { readonly unit: string; readonly factor: number; readonly offset: number };

// The file is read as rows of one form. Its words are looked up by key, and the tests hold that each key is there.
const rows: Readonly<Record<string, TableRow | undefined>> = table.rows;
const sources: Readonly<Record<string, string>> = table.sources;
const cvaWords: Readonly<Record<string, string>> = table.cvaFrom;

/** Returns the published variation of a catalog id in its unit; undefined for a measure without one. */
export function publishedVariationOf(analyteId: string): PublishedVariation | undefined {
  const row = rowOf(analyteId);
  if (row === undefined) return undefined;
  const { cvi, cva, sd, fasting } = row;
  return {
    variation: sd === undefined ? { cviPercent: cvi, cvaPercent: cva } : { sd },
    cviPercent: cvi,
    cvaPercent: cva,
    cvaFrom: cvaWords[row.cvaFrom] ?? '',
    source: sources[row.source] ?? '',
    fasting: fasting === 'only' || fasting === 'same' ? fasting : '',
  };
}

const rowOf = (analyteId: string): TableRow | undefined =>
  Object.hasOwn(rows, analyteId) ? rows[analyteId] : undefined;

/**
 * Returns the variation that holds for a series. A percent holds in every unit without an offset, and in one with an offset after a
 * conversion. It holds for the series of the analyte itself: a variant by another code (a specimen, a mean of a day) has one only where
 * the table names the code.
 */
export function variationOfSeries({
  id,
  baseId = id,
  analyteId,
  unit,
}: Series): PublishedVariation | undefined {
  const row = rowOf(analyteId);
  if (row === undefined) return undefined;
  // A series that a reader sees in another unit keeps the id with the unit that was sent.
  const suffix = baseId.slice(analyteId.length + 1);
  const isOwnLine = suffix === '' || suffix === unit || row.codes?.split(' ').includes(suffix) === true;
  if (!isOwnLine) return undefined;
  const published = publishedVariationOf(analyteId);
  if (row.unit === undefined || row.unit === unit) return published;
  const inUnit = comparedUnitOf(row, row.unit, unit);
  return published && inUnit && { ...published, inUnit };
}

function comparedUnitOf({ from }: TableRow, unit: string, sentUnit: string): ComparedUnit | undefined {
  const [factor, offset] = from?.[sentUnit] ?? [];
  return factor === undefined || offset === undefined ? undefined : { unit, factor, offset };
}
