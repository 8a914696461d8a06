/**
 * An independent reading of raw Observations: the lines of the CSV and the five sums that section 5 of the contract and the
 * clinical display rules demand. Plain rules, written from those two texts; nothing of it is the app's code.
 */
import { measureOf, type CodedMeasure } from './catalog.ts';
import { flagOf, panelFlag, panelRange, rangeOf } from './ranges.ts';
import { asObject, asObjects, asText, type Json } from './rawJson.ts';
import { timeOf, type Time } from './times.ts';
import { fitOf, isPossible, type Fit } from './units.ts';
import { hasAbsentReason, NO_VALUE, valueOf, type Value } from './values.ts';

/** One line, by the names of its columns; why it is not drawn is the app's own wording. */
export type CsvLine = Readonly<Record<string, string>>;

export type RecordContext = {
  readonly patient: string;
  readonly fhirBase: string;
  readonly vendor: string;
  readonly nowMs: number;
};

export type IndependentReading = {
  /** Newest first, undated last. */
  readonly lines: readonly CsvLine[];
  /** When each Observation was measured, by its id; undefined for an undated one. */
  readonly timesMs: ReadonlyMap<string, number | undefined>;
  readonly drawn: number;
  readonly listed: number;
  readonly withdrawn: number;
  readonly excluded: number;
};

/** A line, with what decides about its place and its series. */
type Draft = {
  readonly cells: CsvLine;
  readonly ms: number | undefined;
  readonly isDrawn: boolean;
  readonly base: string;
  readonly isKnown: boolean;
  readonly unit: string;
  readonly isNumber: boolean;
};

/** Reads the newest version of each Observation. */
export function readIndependently(observations: readonly Json[], whose: RecordContext): IndependentReading {
  const drafts: Draft[] = [];
  const counts = { drawn: 0, listed: 0, withdrawn: 0, excluded: 0 };
  for (const observation of observations) {
    const subject = subjectOf(observation, whose);
    if (statusOf(observation) === 'entered-in-error' && subject !== 'stranger') counts.withdrawn++;
    else if (subject !== 'own') counts.excluded++;
    else {
      const own = draftLines(observation, whose);
      counts[own.some(({ isDrawn }) => isDrawn) ? 'drawn' : 'listed']++;
      drafts.push(...own);
    }
  }
  const sorted = drafts.toSorted((a, b) => (b.ms ?? -Infinity) - (a.ms ?? -Infinity) || 0);
  const timesMs = new Map(sorted.map(({ cells, ms }) => [cells['observation_id'] ?? '', ms]));
  return { ...counts, lines: withSeriesNames(sorted), timesMs };
}

const statusOf = (observation: Json): string => asText(observation['status']).toLowerCase();

/** Relative, on this server, and with a version: the patient's (fixture 69). By an identifier alone nobody's. */
function subjectOf({ subject }: Json, { patient, fhirBase }: RecordContext): 'own' | 'stranger' | 'nobody' {
  const [, base, id] =
    /^(?:(.+)\/)?Patient\/([^/]+)(?:\/_history\/[^/]+)?$/.exec(asText(asObject(subject)['reference'])) ?? [];
  if (id === undefined) return 'nobody';
  return id === patient && (base === undefined || base === fhirBase) ? 'own' : 'stranger';
}

/** One line for each component, and one for a value of its own; without components one in any case. */
function draftLines(observation: Json, whose: RecordContext): Draft[] {
  const components = asObjects(observation['component']);
  if (components.length === 0) return [draftLine(observation, observation, whose)];
  const own = valueOf(observation, undefined);
  const isMissed = hasAbsentReason(observation) && measureOf(observation['code']).line !== undefined;
  return [
    ...components.map((component) => draftLine(component, observation, whose)),
    ...(own.isSent || isMissed ? [draftLine(observation, observation, whose)] : []),
  ];
}

const STANDING_STATUSES = ['final', 'amended', 'corrected', 'preliminary'];

/** `source` is a component of `whole`, or `whole` itself. */
function draftLine(source: Json, whole: Json, whose: RecordContext): Draft {
  const isPart = source !== whole;
  const what = measureOf(source['code']);
  const status = statusOf(whole);
  const time = timeOf(whole, whose.nowMs);
  // Rules 34 and 36: of a cancelled result no value, and at this vendor of a preliminary one neither.
  const isHidden = status === 'cancelled' || (status === 'preliminary' && whose.vendor === 'oracle');
  const value = isHidden ? NO_VALUE : valueOf(source, what.line);
  const fit = fitOf(what.line, value);
  const isDrawn =
    STANDING_STATUSES.includes(status) &&
    !isHidden &&
    !isOverriddenOrOthers([source, whole], whose) &&
    canBeDrawn(what, value, fit, time);
  const ofWhole = isPart && !valueOf(whole, undefined).isSent;
  const flag = isHidden ? '' : flagOf(source) || (ofWhole ? panelFlag(whole) : '');
  const range = rangeOf(source, fit.sent || value.unit, ofWhole ? panelRange(whole) : '');
  const inUnit = isDrawn && value.number !== undefined ? fit.inUnit(value.number) : undefined;
  const isOtherwise = inUnit !== undefined && (value.isParsed || inUnit !== value.number);
  const about = asObjects(whole['focus']).some((subject) => subjectOf({ subject }, whose) !== 'own');
  const part = what.code === '' ? what.base : `${what.system}|${what.code}`;
  return {
    cells: {
      observation_id: guardFormula(typeof whole['id'] === 'string' ? whole['id'] : ''),
      component: guardFormula(isPart ? part : ''),
      code_system: guardFormula(what.system),
      code: guardFormula(what.code),
      code_text: guardFormula(what.text),
      status: guardFormula(status),
      effective: guardFormula(time.sent),
      comparator: value.isParsed ? '' : value.comparator,
      value: value.number !== undefined && !value.isParsed ? value.value : guardFormula(value.value),
      unit: guardFormula(value.isParsed ? '' : value.unit),
      unit_code: guardFormula(value.unitCode),
      range_low: range.low,
      range_high: range.high,
      range_text: guardFormula(range.text),
      flag: guardFormula(flag),
      drawn: isDrawn ? 'yes' : 'no',
      value_converted: isOtherwise ? String(inUnit) : '',
      unit_converted: guardFormula(isOtherwise ? fit.unit : ''),
    },
    ms: time.ms,
    isDrawn,
    base: what.base + (about ? '~another subject' : '') + unitSuffix(what, value, fit),
    isKnown: what.line !== undefined,
    unit: fit.unit,
    isNumber: value.number !== undefined,
  };
}

/** A spreadsheet would run a text that begins so; a number it would not. */
const guardFormula = (cell: string): string => (/^[=+\-@\t]/.test(cell) ? `'${cell}` : cell);

/** What overrides its meaning, and what is about another than the patient, is not drawn (fixture 71). */
function isOverriddenOrOthers(sources: readonly Json[], whose: RecordContext): boolean {
  const [, whole = {}] = sources;
  const isModified = sources.some(({ modifierExtension }) => asObjects(modifierExtension).length > 0);
  return isModified || asObjects(whole['focus']).some((subject) => subjectOf({ subject }, whose) !== 'own');
}

function canBeDrawn({ line, isOfTwo }: CodedMeasure, { number }: Value, fit: Fit, time: Time): boolean {
  if (number === undefined || isOfTwo || !time.isPlaced) return false;
  return fit.fits !== 'none' && fit.fits !== 'mismatch' && isPossible(line, fit, number);
}

/** A number in another unit is a series of its own; a text stands with the main one. */
function unitSuffix({ line }: CodedMeasure, { number }: Value, { fits, unit }: Fit): string {
  if (line === undefined || number === undefined || fits === 'own' || fits === 'converted') return '';
  return fits === 'none' ? '~no unit' : `~${unit}`;
}

/** Of a code that the catalog does not know the unit with the most points has the plain id, any other one its own. */
function withSeriesNames(drafts: readonly Draft[]): readonly CsvLine[] {
  const points = new Map<string, Map<string, number>>();
  for (const { base, unit, isDrawn } of drafts.filter((one) => !one.isKnown && one.isNumber)) {
    const units = points.get(base) ?? new Map<string, number>();
    points.set(base, units.set(unit, (units.get(unit) ?? 0) + Number(isDrawn)));
  }
  return drafts.map(({ cells, base, isNumber, unit }) => {
    const units = [...(points.get(base) ?? [])].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    const [main = unit] = units.map(([name]) => name);
    const isMain = !isNumber || units.length === 0 || unit === main;
    return { ...cells, series: guardFormula(isMain ? base : `${base}~${unit || 'no unit'}`) };
  });
}
