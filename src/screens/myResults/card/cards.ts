/** One card stands for one test: its newest result, and the one before. Both views of a record take them from the same place. */
import {
  tileEntriesOf,
  seriesEntryOf,
  type DrawnEntry,
  isDrawnEntry,
} from '../../../parts/results/tileLayout.ts';
import { pairFacts, seriesFacts, type TileFacts } from '../../../parts/results/tileFacts.ts';
import { valueText, unitText } from '../../../charts/format/format.ts';
import {
  rangePosition,
  type RangePosition,
} from '../../../clinical/observation/rangePosition/rangePosition.ts';
import type { Reason, Row } from '../../../clinical/observation/resultRow.ts';
import { isFinal } from '../../../clinical/series/comparability.ts';
import { newestResult, type NewerResult } from '../../../clinical/series/newest/newerUncharted.ts';
import { tiedWithLatest } from '../../../clinical/series/newest/latest.ts';
import { wholePressures } from '../../../clinical/series/pairs/wholePressures.ts';
import type { Series } from '../../../clinical/series/series.ts';

/** One result as a card says it: a number, both numbers of a blood pressure, or words. */
export type CardResult = {
  /** The first side that was recorded. It gives date, status and range. */
  readonly row: Row;
  /** The one result, or the systolic and the diastolic side; a side that was not recorded is undefined. */
  readonly sides: readonly (Row | undefined)[];
  /** As the laboratory wrote it: "5.8", "134/72", "Not detected". */
  readonly text: string;
  readonly unit: string;
  /** Where each side lies beside its own range. */
  readonly positions: readonly RangePosition[];
};

export type PatientCard = {
  readonly id: string;
  readonly series: Series;
  readonly diastolic: Series | undefined;
  readonly result: CardResult;
  /** The newest final result that was certainly measured before. */
  readonly before: CardResult | undefined;
  /** How the number moved since then; undefined where the two cannot be compared (rules 18, 20 and 24). */
  readonly direction: 'up' | 'down' | 'same' | undefined;
  /** Other results of the same moment, as the laboratory wrote them. */
  readonly others: readonly string[];
  /** What may be newer and is no final number: preliminary, in words, in another unit, cancelled (rule 13). */
  readonly newer: readonly NewerResult[];
};

// These are about somebody else, or no result.
const NO_RESULT: ReadonlySet<Reason | ''> = new Set(['another-subject', 'panel', 'modifier'] as const);

/** Returns one card for each test of a record that has a result, in clinical order. */
export function cardsOf(all: readonly Series[]): readonly PatientCard[] {
  const drawn = tileEntriesOf(all, []).filter(isDrawnEntry);
  const listed = all.filter(({ rows, listed: { length } }) => rows.length === 0 && length > 0);
  return [...drawn, ...listed.map((series) => seriesEntryOf(series, all))].flatMap(
    (entry) => cardOf(entry) ?? [],
  );
}

function cardOf(entry: DrawnEntry): PatientCard | undefined {
  const { series, newer } = entry;
  const diastolic = entry.kind === 'pair' ? entry.diastolic : undefined;
  const facts = diastolic ? pairFacts(series, diastolic) : seriesFacts(series);
  const place = { id: series.id, series, diastolic };
  if (facts === undefined) {
    const row = newestResult(series);
    if (row === undefined || NO_RESULT.has(row.kind.reason)) return undefined;
    const others = newer.filter(({ lead }) => lead.row.id !== row.id);
    return {
      ...place,
      result: resultOf([row], [listedText(row, series)], series),
      before: undefined,
      direction: undefined,
      others: [],
      newer: others,
    };
  }
  const { sides, values, previous, change } = facts;
  return {
    ...place,
    result: resultOf(sides, values, series),
    before: previous && isFinal(facts.row) ? beforeOf(previous, series, diastolic) : undefined,
    direction: diastolic ? undefined : DIRECTIONS[change.slice(0, 1)],
    others: tiedWithLatest(series).map((row) => valueText(row, series)),
    newer,
  };
}

const DIRECTIONS: Readonly<Record<string, PatientCard['direction']>> = {
  '↑': 'up',
  '↓': 'down',
  '=': 'same',
};

/** Of a blood pressure only one side of the time before is known here, so nothing is said of its range. */
function beforeOf({ row, values }: Previous, series: Series, diastolic: Series | undefined): CardResult {
  const result = resultOf([row], values, series);
  return diastolic ? { ...result, positions: [] } : result;
}

type Previous = NonNullable<TileFacts['previous']>;

function resultOf(
  sides: readonly (Row | undefined)[],
  values: readonly string[],
  series: Series,
): CardResult {
  const row = sides.find((side) => side !== undefined)!;
  return {
    row,
    sides,
    text: values.join('/'),
    unit: row.kind.drawing === 'listed' && Number.isNaN(row.value) ? '' : unitText(row, series),
    positions: sides.flatMap((side) => (side ? [rangePosition(side)] : [])),
  };
}

/** A listed result says its words, or its number with the unit that it was sent in. */
const listedText = (row: Row, series: Series): string => valueText(row, series);

/** Returns whether a result came without a value, because it is not ready or its server does not show it. */
export const isWithoutValue = ({ row, text }: CardResult): boolean =>
  text === '' || row.kind.reason === 'preliminary-hidden' || row.kind.reason === 'no-value';

/** A preliminary result is announced without its value. */
export const isPreliminary = ({ sides }: CardResult): boolean =>
  sides.some((side) => side?.kind.status === 'preliminary' || side?.kind.reason === 'preliminary-hidden');

/** Returns how many rows the table of a card has: all that were sent, and both sides of one blood pressure as one (rule 56). */
export function resultCountOf({ series, diastolic }: PatientCard): number {
  if (diastolic === undefined) return series.rows.length + series.listed.length;
  const { drawn, listed } = wholePressures(series, diastolic);
  return drawn.length + listed.length;
}

const SERIOUS = ['above', 'below', 'outside'] as const;

/** Returns where a card's newest result lies: of two sides of a blood pressure the one that is not inside. */
export function sideOf({ positions }: CardResult): RangePosition['side'] {
  const sides = positions.map(({ side }) => side);
  return (
    SERIOUS.find((side) => sides.includes(side)) ??
    (sides.length > 0 && sides.every((side) => side === 'inside') ? 'inside' : 'unknown')
  );
}

/** Returns whether the newest result lies outside of the laboratory's range, by range or flag. */
export const isOutsideRange = (result: CardResult): boolean =>
  SERIOUS.some((side) => side === sideOf(result));

/** Returns whether the laboratory called the newest result critical, or one that may be newer (rule 13). */
export const isCritical = ({ result, newer }: PatientCard): boolean =>
  result.positions.some((one) => one.isCritical) ||
  newer.some(({ lead }) => rangePosition(lead.row).isCritical);

const MEASURED_AT_HOME = /^(?:glucose-poc|glucose-strip|cgm|cgm-.*|gmi|tir|t[ab]r[12])(?:~|$)/;
// oxlint-disable-next-line longview/texts-in-catalogs -- the name of a group of the catalog
const BODY_GROUP = 'Circulation and body';

/** Returns whether a card is a vital sign or a measurement of the body, and no result of a laboratory. */
export const isMeasurement = ({ series, result }: PatientCard): boolean =>
  series.group === BODY_GROUP ||
  result.row.kind.isVitalSign ||
  MEASURED_AT_HOME.test(series.analyteId || series.id);
