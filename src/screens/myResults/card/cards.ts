/** One card stands for one test: its newest result, and the one before. Both views of a record take them from the same place. */
import {
  tileEntriesOf,
  seriesEntryOf,
  type DrawnEntry,
  isDrawnEntry,
} from '../../../parts/results/tileLayout.ts';
import { pairFacts, seriesFacts, type TileFacts } from '../../../parts/results/tileFacts.ts';
import { isRecorded } from '../../../clinical/series/pairs/pressurePairs.ts';
import { pressureSeriesPairOf } from '../../../clinical/series/pairs/pressureSeriesPairs.ts';
import { valueText } from '../../../charts/format/valueText.ts';
import { isCriticalFlag } from '../../../clinical/observation/flag/flag.ts';
import type { Reason, Row } from '../../../clinical/observation/resultRow.ts';
import { asideResults } from './aside/asideResults.ts';
import { hasDoubtfulDate } from './doubts.ts';
import { cardPosition, type CardPosition } from './marks/groupMark.ts';
import { isNotFinal } from './notFinal.ts';
import { ownWords } from './ownWords.ts';
import { wordsBefore } from './wordsBefore.ts';
import { patientSentUnit, patientUnitOf } from '../units/patientUnits.ts';
import { isFinal } from '../../../clinical/series/comparability.ts';
import {
  isCancelled,
  newestResult,
  type NewerResult,
} from '../../../clinical/series/newest/newerUncharted.ts';
import { testsWithoutValue } from '../../../clinical/series/newest/testsWithoutValue.ts';
import { wholePressures } from '../../../clinical/series/pairs/wholePressures.ts';
import type { Series } from '../../../clinical/series/series.ts';

/** One result as a card says it: a number, both numbers of a blood pressure, or words. */
export type CardResult = {
  /** This is the first side that was recorded. It gives date, status and range. */
  readonly row: Row;
  /** The one result, or the systolic and the diastolic side; a side that was not recorded is undefined. */
  readonly sides: readonly (Row | undefined)[];
  /** The value stands as the laboratory wrote it: "5.8", "134/72", "Not detected". */
  readonly text: string;
  /** The unit stands in the words of the page. */
  readonly unit: string;
  /** Each side lies here beside its own range. */
  readonly positions: readonly CardPosition[];
};

/** One number of a blood pressure is missing. `isSent`: it was sent, in doubt or in another unit, so that nobody may say it was not recorded. */
type MissingSide = { readonly side: 'upper' | 'lower'; readonly isSent: boolean };

export type PatientCard = {
  readonly id: string;
  readonly series: Series;
  readonly diastolic: Series | undefined;
  readonly result: CardResult;
  /** The newest final result that was certainly measured before. */
  readonly before: CardResult | undefined;
  /** This says how the number moved since then; undefined where the two cannot be compared (rules 18, 20 and 24). */
  readonly direction: 'up' | 'down' | 'same' | undefined;
  /** These final results may be as new and have another value. */
  readonly tied: readonly CardResult[];
  /** These results may be newer and are no final number: preliminary, in words, in another unit, cancelled (rule 13). */
  readonly newer: readonly NewerResult[];
  /** The number of a blood pressure that is not there, where the other one stands (rule 7). */
  readonly missingSide?: MissingSide;
  /** These tests may be newer and have no value: those that are awaited, and cancelled ones that `newer` leaves out. */
  readonly announced: readonly NewerResult[];
  /** Nobody knows whether these are newer: they have no date that can be right, or are of the same moment and on no curve. */
  readonly aside: readonly NewerResult[];
};

// These are about somebody else, or no result.
const NO_RESULT: ReadonlySet<Reason | ''> = new Set(['another-subject', 'quality-control', 'panel'] as const);

/** A group of results that was marked as critical is named, although it has no value of its own. */
const isNoResult = ({ kind: { reason, flag } }: Row): boolean =>
  NO_RESULT.has(reason) && !(reason === 'panel' && isCriticalFlag(flag));

/** Returns one card for each test of a record that has a result, in clinical order. */
export function cardsOf(all: readonly Series[]): readonly PatientCard[] {
  const drawn = tileEntriesOf(all, []).filter(isDrawnEntry);
  const listed = all.filter(({ rows, listed: { length } }) => rows.length === 0 && length > 0);
  return [...drawn, ...listed.map((series) => seriesEntryOf(series, all))].flatMap(
    (entry) => cardOf(entry, all) ?? [],
  );
}

const isAmong = (all: readonly NewerResult[], { lead: { row } }: NewerResult): boolean =>
  all.some(({ lead }) => lead.row.id === row.id && lead.row.kind.component === row.kind.component);

function cardOf(entry: DrawnEntry, all: readonly Series[]): PatientCard | undefined {
  const { series, newer } = entry;
  const diastolic = entry.kind === 'pair' ? entry.diastolic : undefined;
  const facts = diastolic ? pairFacts(series, diastolic) : seriesFacts(series);
  const announced = testsWithoutValue([series, diastolic], all).filter((one) => !isAmong(newer, one));
  const isTold = (one: NewerResult): boolean => isAmong([...newer, ...announced], one);
  const aside = asideResults([series, diastolic], all).filter((one) => !isTold(one));
  const place = { id: series.id, series, diastolic, aside };
  if (facts === undefined) {
    const row = newestResult(series);
    if (row === undefined || isNoResult(row)) return undefined;
    const others = newer.filter(({ lead }) => lead.row.id !== row.id);
    const earlier = wordsBefore(row, series);
    return {
      ...place,
      result: listedResult(row, series),
      before: earlier && listedResult(earlier, series),
      direction: undefined,
      tied: [],
      newer: others,
      announced: announced.filter(({ lead }) => lead.row.id !== row.id),
      aside: aside.filter(({ lead }) => lead.row.id !== row.id),
    };
  }
  const { sides, values, previous, change, concurrent } = facts;
  return {
    ...place,
    ...missingSideOf(sides, place, all),
    result: resultOf(sides, values, series),
    before: previous && isFinal(facts.row) ? beforeOf(previous, series, diastolic) : undefined,
    direction: diastolic ? undefined : DIRECTIONS[change.slice(0, 1)],
    tied: concurrent.map((one) => resultOf(one.sides, one.values, series)),
    newer,
    announced,
  };
}

type CardSeries = Pick<PatientCard, 'series' | 'diastolic'>;

/** Returns which number is not among the sides of a card, and the series that would have it; undefined where none is missing. */
function missingPlace([first, second]: CardResult['sides'], { series, diastolic }: CardSeries) {
  if (diastolic !== undefined) {
    if (first && second) return undefined;
    return first
      ? ({ side: 'lower', otherId: diastolic.id } as const)
      : ({ side: 'upper', otherId: series.id } as const);
  }
  const pair = pressureSeriesPairOf(series.id);
  if (pair === undefined) return undefined;
  return series.id === pair.systolic
    ? ({ side: 'lower', otherId: pair.diastolic } as const)
    : ({ side: 'upper', otherId: pair.systolic } as const);
}

/** Says which number of a blood pressure is missing beside the other one. */
function missingSideOf(
  sides: CardResult['sides'],
  place: CardSeries,
  all: readonly Series[],
): Pick<PatientCard, 'missingSide'> {
  const row = sides.find((side) => side !== undefined);
  const missing = missingPlace(sides, place);
  if (row === undefined || missing === undefined) return {};
  const { side, otherId } = missing;
  // The other series has a card of its own, which says what it has.
  if (place.diastolic === undefined && all.some(({ id }) => id === otherId)) return {};
  const isSent = all.some((one) => isOfSide(one, otherId) && hasResultBeside(one, row));
  return { missingSide: { side, isSent } };
}

/** A number in another unit is in a series of its own. */
const isOfSide = ({ id, baseId = id }: Series, otherId: string): boolean =>
  id === otherId || otherId.replace('~kPa', '') === baseId;

/** Returns whether a series has a value of the same Observation, or of the same moment. */
const hasResultBeside = ({ rows, listed }: Series, row: Row): boolean =>
  [...rows, ...listed].some((one) => isRecorded(one) && (one.id === row.id || one.timeMs === row.timeMs));

const DIRECTIONS: Readonly<Record<string, PatientCard['direction']>> = {
  '↑': 'up',
  '↓': 'down',
  '=': 'same',
};

/** Only one side of the blood pressure of the time before is known here, so nothing is said of its range. */
function beforeOf({ row, values }: Previous, series: Series, diastolic: Series | undefined): CardResult {
  const result = resultOf([row], values, series);
  return diastolic ? { ...result, positions: [] } : result;
}

type Previous = NonNullable<TileFacts['previous']>;

/** Words have no unit of their series, and a number that is only shown as it was sent ("ad 5") has the unit sent with it. */
const unitOf = (row: Row, series: Series): string =>
  row.kind.drawing === 'listed' && Number.isNaN(row.value)
    ? patientSentUnit(row.kind)
    : patientUnitOf(row, series);

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
    unit: unitOf(row, series),
    positions: sides.flatMap((side) => (side ? [cardPosition(side, sides.length > 1)] : [])),
  };
}

/** A listed result says its words, or its number with the unit that it was sent in. */
const listedResult = (row: Row, series: Series): CardResult =>
  resultOf([row], [ownWords(row) || valueText(row, series)], series);

// A group of results has no value of its own, and one that cannot be read safely must not show what it has.
const NO_VALUE: ReadonlySet<Reason | ''> = new Set(['no-value', 'panel', 'modifier'] as const);

/** Returns whether a result has no value to show, because it is not ready or its server does not show it. */
export const isWithoutValue = ({ row, text }: CardResult): boolean =>
  text === '' || isCancelled(row.kind) || NO_VALUE.has(row.kind.reason);

/** A result that is not final is announced without its value. */
export const isPreliminary = ({ sides }: CardResult): boolean =>
  sides.some((side) => side !== undefined && isNotFinal(side.kind));

/** Returns the time of the result of a card in epoch ms; minus infinity for one without a date that can be right. */
export const timeOfCard = ({ result: { row } }: PatientCard): number =>
  Number.isNaN(row.timeMs) || hasDoubtfulDate(row.kind) ? Number.NEGATIVE_INFINITY : row.timeMs;

/** Returns whether a result may show its value. */
export const hasShownValue = ({ result }: PatientCard): boolean =>
  !isPreliminary(result) && !isWithoutValue(result);

/** Returns the results of the same time that may show their value (rule 34). */
export const shownTied = ({ tied }: PatientCard): readonly CardResult[] =>
  tied.filter((one) => !isPreliminary(one));

/** Returns how many rows the table of a card has: all that were sent, and both sides of one blood pressure as one (rule 56). */
export function resultCountOf({ series, diastolic }: PatientCard): number {
  if (diastolic === undefined) return series.rows.length + series.listed.length;
  const { drawn, listed } = wholePressures(series, diastolic);
  return drawn.length + listed.length;
}

const MEASURED_AT_HOME = /^(?:glucose-poc|glucose-strip|cgm|cgm-.*|gmi|tir|t[ab]r[12])(?:~|$)/;
// oxlint-disable-next-line longview/texts-in-catalogs -- the name of a group of the catalog
const BODY_GROUP = 'Circulation and body';

const isMeasure = ({ group, analyteId, id }: Series): boolean =>
  group === BODY_GROUP || MEASURED_AT_HOME.test(analyteId || id);

/** Returns whether a card is a vital sign or a measurement of the body, and no result of a laboratory. */
export const isMeasurement = ({ series, result }: Pick<PatientCard, 'series' | 'result'>): boolean =>
  isMeasure(series) || result.row.kind.isVitalSign;

/** Returns whether the card of a series can be a measurement. It looks at few rows, so that what is no measurement costs little. */
export const mayBeMeasurement = (series: Series): boolean =>
  isMeasure(series) || [series.rows.at(-1), ...series.listed].some((row) => row?.kind.isVitalSign);

// oxlint-disable-next-line longview/texts-in-catalogs -- the names of groups of the catalog, in which no laboratory has a part
const NOT_OF_LABORATORY: ReadonlySet<string> = new Set(['Scores and questionnaires', 'Lung function']);

/**
 * A measurement, a score and a breathing test have their ranges and marks from whoever sent them: a device, a clinic. Those of any other
 * result are the laboratory's.
 */
export type GivenBy = 'laboratory' | 'other';
export const givenBy = (card: Pick<PatientCard, 'series' | 'result'>): GivenBy =>
  isMeasurement(card) || NOT_OF_LABORATORY.has(card.series.group) ? 'other' : 'laboratory';
