/**
 * This file reads raw Observations independently of the app. It makes the lines of the CSV and the five sums
 * that section 5 of docs/contract.md and the display rules demand, from those two texts alone.
 */
import { measureOf, type CodedMeasure } from './catalog.ts';
import { ownSeriesSuffix, specialLoinc } from './facts.ts';
import { flagOf, panelFlag, panelRange, rangeOf } from './ranges.ts';
import { asObject, asObjects, asText, type Json } from './rawJson.ts';
import { isBeforeBirth, timeOf, type MeasuredTime } from './times.ts';
import { fitOf, isPossible, type Fit } from './units.ts';
import { hasAbsentReason, NO_VALUE, valueOf, type Value } from './values.ts';

/**
 * A line has its cells by the names of their columns. The reason why it is not drawn is left out, because its
 * wording is the app's own.
 */
export type CsvLine = Readonly<Record<string, string>>;

export type RecordContext = {
  readonly patient: string;
  readonly fhirBase: string;
  readonly vendor: string;
  readonly nowMs: number;
  /** This is Patient.birthDate, or '' if it is not known. */
  readonly birthDate?: string;
};

export type IndependentReading = {
  /** The newest line is the first. Lines without a date are the last. */
  readonly lines: readonly CsvLine[];
  /** The map holds the time of each Observation by its id. An Observation without a date has undefined. */
  readonly timesMs: ReadonlyMap<string, number | undefined>;
  readonly drawn: number;
  readonly listed: number;
  readonly withdrawn: number;
  readonly excluded: number;
};

/** A draft is a line together with what decides its order and its series. */
type Draft = {
  readonly cells: CsvLine;
  readonly ms: number | undefined;
  readonly isDrawn: boolean;
  readonly base: string;
  readonly isKnown: boolean;
  readonly unit: string;
  readonly isNumber: boolean;
};

/** Expects only the newest version of each Observation. */
export function readIndependently(observations: readonly Json[], context: RecordContext): IndependentReading {
  const drafts: Draft[] = [];
  const replaced = replacedIds(observations, context);
  const counts = { drawn: 0, listed: 0, withdrawn: 0, excluded: 0 };
  for (const observation of observations) {
    const subject = subjectOf(observation, context);
    if (statusOf(observation) === 'entered-in-error' && subject !== 'stranger') counts.withdrawn++;
    else if (subject !== 'own') counts.excluded++;
    else {
      const own = draftLines(observation, context, replaced.has(asText(observation['id'])));
      counts[own.some(({ isDrawn }) => isDrawn) ? 'drawn' : 'listed']++;
      drafts.push(...own);
    }
  }
  const sorted = drafts.toSorted((a, b) => (b.ms ?? -Infinity) - (a.ms ?? -Infinity) || 0);
  const timesMs = new Map(sorted.map(({ cells, ms }) => [cells['observation_id'] ?? '', ms]));
  return { ...counts, lines: withSeriesNames(sorted), timesMs };
}

/** Returns the ids of the results in whose place the patient's others were sent, unless these were withdrawn (decision 76). */
const replacedIds = (observations: readonly Json[], context: RecordContext): ReadonlySet<string> =>
  new Set(
    observations
      .filter((one) => statusOf(one) !== 'entered-in-error' && subjectOf(one, context) === 'own')
      .flatMap((one) => asObjects(one['extension']))
      .filter(({ url }) => url === 'http://hl7.org/fhir/StructureDefinition/observation-replaces')
      .map(({ valueReference }) =>
        asText(asObject(valueReference)['reference']).replace(/^Observation\//, ''),
      ),
  );

const statusOf = (observation: Json): string => asText(observation['status']).toLowerCase();

/**
 * A relative reference, one to this server and one with a version all name the patient (fixture 69). An
 * identifier alone names nobody.
 */
function subjectOf({ subject }: Json, { patient, fhirBase }: RecordContext): 'own' | 'stranger' | 'nobody' {
  const [, base, id] =
    /^(?:(.+)\/)?Patient\/([^/]+)(?:\/_history\/[^/]+)?$/.exec(asText(asObject(subject)['reference'])) ?? [];
  if (id === undefined) return 'nobody';
  return id === patient && (base === undefined || base === fhirBase) ? 'own' : 'stranger';
}

/**
 * Each component and each value of the Observation itself makes a line. An Observation without components
 * always makes one.
 */
function draftLines(observation: Json, context: RecordContext, isReplaced: boolean): Draft[] {
  const components = asObjects(observation['component']);
  if (components.length === 0) return [draftLine(observation, observation, context, isReplaced)];
  const own = valueOf(observation, undefined);
  const isMissed = hasAbsentReason(observation) && measureOf(observation['code']).line !== undefined;
  return [
    ...components.map((component) => draftLine(component, observation, context, isReplaced)),
    ...(own.isSent || isMissed ? [draftLine(observation, observation, context, isReplaced)] : []),
  ];
}

const LOINC = 'http://loinc.org';

const STANDING_STATUSES = ['final', 'amended', 'corrected', 'preliminary'];

/** The facts of a result can put it on the line of a more special code than its own (rule 18). */
function measureWithFacts(source: Json, whole: Json): CodedMeasure {
  const what = measureOf(source['code']);
  if (what.line === undefined || what.system !== LOINC) return what;
  const special = specialLoinc(what.code, source, whole);
  const suffix = ownSeriesSuffix(what.code, source, whole);
  if (special === what.code && suffix === '') return what;
  const { line = what.line } = measureOf({ coding: [{ system: LOINC, code: special }] });
  const id = line.id + suffix;
  return { ...what, line: { ...line, id }, base: id };
}

/** `source` is a component of `whole`, or `whole` itself. */
function draftLine(source: Json, whole: Json, context: RecordContext, isReplaced: boolean): Draft {
  const isPart = source !== whole;
  const what = measureWithFacts(source, whole);
  const status = statusOf(whole);
  const time = timeOf(whole, context.nowMs);
  // A cancelled result shows no value (rule 36), and Oracle shows none for a preliminary one (rule 34).
  const isHidden = status === 'cancelled' || (status === 'preliminary' && context.vendor === 'oracle');
  const value = isHidden ? NO_VALUE : valueOf(source, what.line);
  const fit = fitOf(what.line, value);
  const isDrawn =
    // Results without a name may be of any test, so that no line joins them (rule 18).
    what.text !== '' &&
    !isReplaced &&
    STANDING_STATUSES.includes(status) &&
    !isHidden &&
    !isOverriddenOrOthers([source, whole], context) &&
    canBeDrawn(what, value, fit, time, flagOf(source)) &&
    !contradictsFlag(source, fit, value) &&
    !isBeforeBirth(time.sent, context.birthDate ?? '', JSON.stringify([source, whole]));
  const isOnlyInPanel = isPart && !valueOf(whole, undefined).isSent;
  const flag = isHidden ? '' : flagOf(source) || (isOnlyInPanel ? panelFlag(whole) : '');
  const range = rangeOf(source, fit.sent || value.unit, isOnlyInPanel ? panelRange(whole) : '');
  const inUnit = isDrawn && value.number !== undefined ? fit.inUnit(value.number) : undefined;
  const isOtherwise = inUnit !== undefined && (value.isParsed || inUnit !== value.number);
  const about = asObjects(whole['focus']).some((subject) => subjectOf({ subject }, context) !== 'own');
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

/** These are not seen, or turn the text after them around. The joiner of an emoji is part of it. */
const UNSEEN = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/**
 * A text is one line without unseen characters. A spreadsheet would run one that begins with these characters as a
 * formula, also behind a semicolon. A number is safe.
 */
const guardFormula = (cell: string): string =>
  cell
    .replaceAll(UNSEEN, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(?=[=+\-@＝＋－＠−])/, "'")
    .replaceAll(/(; ?)(?="*[=+\-@＝＋－＠−])/g, "$1'");

/**
 * A result is not drawn if a modifier extension changes its meaning, if it is about somebody else than the
 * patient (fixture 71), or if it is a quality control of the laboratory.
 */
function isOverriddenOrOthers(sources: readonly Json[], context: RecordContext): boolean {
  const [, whole = {}] = sources;
  if (sources.some(({ code }) => JSON.stringify(code ?? '').includes('quality control'))) return true;
  const isModified = sources.some(({ modifierExtension }) => asObjects(modifierExtension).length > 0);
  return isModified || asObjects(whole['focus']).some((subject) => subjectOf({ subject }, context) !== 'own');
}

function canBeDrawn(
  { line, isAmbiguous }: CodedMeasure,
  { number }: Value,
  fit: Fit,
  time: MeasuredTime,
  flag: string,
): boolean {
  if (number === undefined || isAmbiguous || !time.hasPlaceOnAxis || line?.isListedOnly === true)
    return false;
  return fit.fits !== 'none' && fit.fits !== 'mismatch' && isPossible(line, fit, number, flag);
}

/** A number flagged as normal that lies in its range only ten, a hundred or a thousand times larger or smaller is wrong. */
function contradictsFlag(source: Json, { sent }: Fit, { number = 0, comparator }: Value): boolean {
  const { low, high } = rangeOf(source, sent, '');
  const [from, to] = [Number.parseFloat(low), Number.parseFloat(high)];
  const isNear = number >= from / 3 && number <= to * 3;
  if (flagOf(source) !== 'N' || comparator !== '' || Number.isNaN(from + to) || isNear) return false;
  return [10, 100, 1000].some((times) =>
    [number * times, number / times].some((one) => one >= from && one <= to),
  );
}

/** A number in another unit makes a series of its own. A text belongs to the main series. */
function unitSuffix({ line }: CodedMeasure, { number }: Value, { fits, unit }: Fit): string {
  if (line === undefined || number === undefined || fits === 'own' || fits === 'converted') return '';
  return fits === 'none' ? '~no unit' : `~${unit}`;
}

/**
 * If the catalog does not know the code, the unit with the most points gets the plain name and every other
 * unit gets a suffix.
 */
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
