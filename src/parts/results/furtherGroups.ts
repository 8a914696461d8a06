/** This file groups the lines of results and calculated values below the events clinically. */
import { analyteOf } from '../../clinical/catalog/analyteProperties.ts';
import type { DerivedSeries } from '../../clinical/derived/derived.ts';
import type { DerivedRule } from '../../clinical/derived/derivedRules.ts';
import type { Series } from '../../clinical/series/series.ts';
import { analyteIdOf } from './pins.ts';
import type { TileEntry } from './tileLayout.ts';

export type CalculatedResult = DerivedSeries & { readonly series: Series };

type FurtherLine =
  | { readonly kind: 'brief'; readonly entry: TileEntry }
  | { readonly kind: 'calculated'; readonly rule: DerivedRule; readonly series: Series };

export type FurtherGroup = { readonly heading: string; readonly lines: readonly FurtherLine[] };

const orderOf = (entry: TileEntry): number => (entry.kind === 'waiting' ? 0 : entry.series.order);

/** Returns the place of the measured analyte of that name, or else that of an input. */
const groupOfCalculated = ({ rule: { analyteId, inputs }, series }: CalculatedResult) =>
  analyteOf(analyteId) ?? analyteOf(inputs[0].id) ?? analyteOf(analyteIdOf(inputs[0].id)) ?? series;

/**
 * Returns the groups in the clinical order of measured results. In each group, calculated values come last.
 */
export function furtherGroups(
  brief: readonly TileEntry[],
  calculated: readonly CalculatedResult[],
): readonly FurtherGroup[] {
  const lines = [
    ...brief.map((entry) => ({
      group: entry.group,
      order: orderOf(entry),
      line: { kind: 'brief', entry } as const,
    })),
    ...calculated.map((one) => ({
      ...groupOfCalculated(one),
      line: { kind: 'calculated', ...one } as const,
    })),
  ];
  const headings = new Set(lines.toSorted((a, b) => a.order - b.order).map(({ group }) => group));
  return [...headings].map((heading) => {
    return { heading, lines: lines.filter(({ group }) => group === heading).map(({ line }) => line) };
  });
}
