/**
 * Reads one Observation into rows: one row for a single result, or one for each component and one more for a value of
 * the Observation itself. What is not understood is listed with a reason, never guessed and never dropped, and no
 * JSON makes this throw.
 */
import {
  isGroupedByEncounter,
  observationContextOf,
  type ReadingContext,
  type ObservationContext,
} from './observationContext.ts';
import type { AttachedTexts } from './attached/attachedTexts.ts';
import { readCode, type ObservationCode } from './code.ts';
import { absentTextBeside } from './dataAbsentReason.ts';
import { isOfOneFocus } from './identity/focusIdentity.ts';
import { amountPeriod } from './measurement/amountPeriod.ts';
import { fitAndRangeOf, ownParts, partsOfComponents } from './measurement/rowParts.ts';
import type { RowParts } from './measurement/sharedParts.ts';
import {
  elementsOf,
  isElement,
  joinTexts,
  type FhirElement,
  resourceId,
} from '../fhirElements/fhirElement.ts';
import { replacesOf } from './replaces.ts';
import { hasImpossibleTime } from './effective.ts';
import { hasModifier } from '../fhirElements/modifier.ts';
import type { SentFlag } from './flag/flag.ts';
import { seriesIdOf, type SeriesKey } from './rowKinds.ts';
import { sidesOutsideRange, type SentRange } from './range.ts';
import type { Reason, Row, RowKind } from './resultRow.ts';
import { wordsAgainst } from './attached/notMeasured.ts';
import { joinConditions } from './attached/specimenCondition.ts';
import { normalizedStatus } from './status.ts';
import { readSubject } from '../fhirElements/subject.ts';
import { applyConversion, type UnitFit } from '../units/units.ts';
import { toldOfSpecimen, type ToldOfSpecimen } from './specimen/toldOfSpecimen.ts';
import { isTableOnly } from './tableOnly.ts';
import { asSentText, hasValue, noValue, readValue, type SentValue } from './value.ts';
import { checkedTogether } from './plausibility/partsTogether.ts';
import { checkValue, type ValueCheck } from './plausibility/valueCheck.ts';
import { withdrawnOf, type Withdrawn } from './withdrawn.ts';
import { observationTexts } from './observation.messages.ts';

export type { ReadingContext } from './observationContext.ts';

/** An Observation is excluded when it is of another patient, says of nobody, or is no Observation. */
export type ExcludedReason = 'other-patient' | 'no-subject' | 'unreadable';

/** An Observation is excluded, withdrawn (rule 33), or read into rows. */
export type ObservationReading =
  /** Nothing of its content is kept, and not even the id of another patient's result. */
  | { readonly outcome: 'excluded'; readonly reason: ExcludedReason; readonly id?: string }
  | Withdrawn
  | { readonly outcome: 'read'; readonly rows: readonly Row[]; readonly told?: ToldOfSpecimen | undefined };

/**
 * Reads any JSON as an Observation of the patient in context (https://hl7.org/fhir/R4/observation.html). The rows
 * hold times in epoch ms and values in the unit of their series.
 */
export function readObservation(resource: unknown, context: ReadingContext): ObservationReading {
  if (!isElement(resource) || resource['resourceType'] !== 'Observation')
    return { outcome: 'excluded', reason: 'unreadable' };
  const status = normalizedStatus(resource['status']);
  const subject = readSubject(resource, context);
  // A server may leave nothing of a withdrawn result but its status (US Core), so the subject may be missing.
  if (status === 'entered-in-error' && subject !== 'other-patient')
    return withdrawnOf(resource, subject === 'this-patient', context);
  if (subject === 'other-patient') return { outcome: 'excluded', reason: subject };
  if (subject !== 'this-patient') return { outcome: 'excluded', reason: subject, id: resourceId(resource) };
  const observation = observationContextOf(resource, status, context);
  const rows = readRows(resource, observation);
  const { condition, taken } = observation.shared.state;
  return {
    outcome: 'read',
    rows,
    told: toldOfSpecimen(
      resource,
      rows,
      joinConditions([condition, ...taken]),
      replacesOf(resource, context),
    ),
  };
}

/** No panel has so many parts. The rest of a longer one is named in a row of its own. */
const MAX_COMPONENTS = 20_000;

function readRows(resource: FhirElement, observation: ObservationContext): Row[] {
  const sent = elementsOf(resource['component']);
  const components = sent.slice(0, MAX_COMPONENTS);
  const rows = components.length === 0 ? [] : readComponents(resource, components, observation);
  if (components.length === 0 || hasOwnResult(resource)) {
    const parts = ownParts(resource, observation, isWithheld(observation));
    rows.push(readRow(resource, parts, observation));
  }
  const further = sent.length - components.length;
  if (further > 0) {
    const valueString = observationTexts('furtherParts', { count: String(further) });
    const source = { code: resource['code'], valueString };
    rows.push(readRow(source, ownParts(source, observation, true), observation));
  }
  return checkedTogether(rows, observation.kinds);
}

function readComponents(
  resource: FhirElement,
  components: readonly FhirElement[],
  observation: ObservationContext,
): Row[] {
  const parts = partsOfComponents(resource, components, observation, isWithheld(observation));
  return components.map((component, i) => readRow(component, parts[i]!, observation));
}

/**
 * A panel without a value of its own adds nothing to its components. A value of its own must be seen, and so must the
 * reason why a known measurement has none.
 */
function hasOwnResult(resource: FhirElement): boolean {
  const value = readValue(resource, undefined);
  return hasValue(value) || (value.absentReason !== '' && readCode(resource['code']).target !== undefined);
}

function readRow(source: FhirElement, parts: RowParts, observation: ObservationContext): Row {
  const { code, flag, condition, context } = parts;
  const sent = readValue(source, code.target);
  const read = visibleValue(sent, observation);
  const isPart = parts.panel !== undefined;
  const keeping = isPart ? parts : observation.shared.kept;
  const { fit, range } = fitAndRangeOf(source, parts, read, keeping);
  const check = checkValue(read, range, flag.flag, fit, code.target);
  const { measurement, state } = observation.shared;
  const words = { beside: state.beside, isPart, flagText: flag.text, keeping };
  const { refusal: against, doubt } = wordsAgainst(source, read, fit, condition, words);
  const reason =
    (code.isQualityControl && 'quality-control') ||
    sentReason(source, sent, observation) ||
    valueReason(read, fit, code, observation, { check, against });
  const value = check.reason === '' ? read : refusedValue(read);
  const drawnValue = applyConversion(value.value, fit.conversion);
  const drawing = reason === '' ? drawingOf(value, observation) : 'listed';
  const beside = () => [context, ...(observation.attached?.notes ?? []).map(({ text }) => text)].join('\n');
  const period = amountPeriod(code, value.unit, observation.effective.text, beside);
  const [seriesKey, { effective, kinds }] = [seriesKeyFor(code, value, fit), observation];
  // It is made for each row, so its fields are written out: copying them from other objects took half of the time.
  const kind: RowKind = {
    seriesId: seriesIdOf(seriesKey),
    component: isPart ? componentKey(code) : '',
    encounter: isPart ? '' : encounterOf(code, observation),
    codeSystem: code.system,
    code: code.code,
    codeText: code.text,
    status: observation.status,
    method: measurement.method,
    isVitalSign: measurement.isVitalSign,
    measuredBy: measurement.measuredBy,
    comparator: value.comparator,
    unit: value.unit,
    unitCode: value.unitCode,
    rangeLow: range.rangeLow,
    rangeHigh: range.rangeHigh,
    rangeText: range.rangeText,
    band: range.band,
    flag: flag.flag,
    flagText: flag.text,
    outsideRange: outsideRangeOf(drawing, flag, value, drawnValue, range),
    precision: effective.precision,
    hasImpossibleTime: hasImpossibleTime(effective),
    drawing,
    reason,
    isConverted: drawing !== 'listed' && changesNumber(fit),
    isParsedFromText: value.isParsedFromText,
    check: check.check,
    checkKind: check.checkKind,
    context: period === '' ? context : joinTexts([context, period], ', '),
    mark: markOf(code, drawnValue) || period,
    condition: withDoubt(condition, doubt),
    absentReason: absentReasonOf(value, source, against),
  };
  return rowOf(kinds.intern(kind, seriesKey, keeping), drawnValue, value.text, observation);
}

function rowOf(kind: RowKind, value: number, valueText: string, observation: ObservationContext): Row {
  const { id, effective } = observation;
  const attached = attachedOf(observation);
  return { id, kind, timeMs: effective.timeMs, effective: effective.text, value, valueText, attached };
}

/** A reason for a missing value that was sent beside a value contradicts it, and is shown with it. */
const absentReasonOf = (value: SentValue, source: FhirElement, against: string): string =>
  value.absentReason || (hasValue(value) ? absentTextBeside(source) || against : '');

const withDoubt = (condition: string, doubt: string): string =>
  doubt === '' ? condition : joinConditions([condition, doubt]);

/** A note may repeat a value that must not be shown (rules 34 and 36). */
function attachedOf(observation: ObservationContext): AttachedTexts | undefined {
  const { attached } = observation;
  return attached && isWithheld(observation) ? { ...attached, notes: [] } : attached;
}

/**
 * A cancelled result has no value, and a preliminary one must not show it where the vendor says so (rules 34 and 36).
 */
const isWithheld = ({ status, hidePreliminary }: ObservationContext): boolean =>
  /^cancell?ed$/.test(status) || (status === 'preliminary' && hidePreliminary);

const visibleValue = (sent: SentValue, observation: ObservationContext): SentValue =>
  isWithheld(observation) && hasValue(sent) ? noValue : sent;

/** A mark that counts for small values only, such as a detection limit, is none for a value above that limit. */
const markOf = ({ match }: ObservationCode, value: number): string =>
  match === undefined || value >= match.markBelow ? '' : match.mark;

/** A text that is no number on this scale stays a text (rule 19). */
const refusedValue = (read: SentValue): SentValue => (read.isParsedFromText ? asSentText(read) : read);

const changesNumber = ({ conversion }: UnitFit): boolean =>
  conversion !== undefined && (conversion.factor !== 1 || conversion.offset !== 0);

// Any status but these (https://hl7.org/fhir/R4/valueset-observation-status.html), and none, is listed as sent (rule
// 36).
const RESULT_STATUSES = new Set(['final', 'amended', 'corrected', 'preliminary']);

function statusReason({ status, hidePreliminary }: ObservationContext, sent: SentValue): Reason | '' {
  if (status === 'preliminary' && hidePreliminary && hasValue(sent)) return 'preliminary-hidden';
  return RESULT_STATUSES.has(status) ? '' : 'status';
}

/** That a result is about somebody else says more than its status, which would read as the state of a test of the patient. */
function sentReason(source: FhirElement, sent: SentValue, observation: ObservationContext): Reason | '' {
  const { focus, isModified } = observation.shared;
  if (focus === 'another') return 'another-subject';
  return statusReason(observation, sent) || (isModified || hasModifier(source) ? 'modifier' : '');
}

function valueReason(
  value: SentValue,
  fit: UnitFit,
  code: ObservationCode,
  { effective }: ObservationContext,
  { check, against }: { check: Pick<ValueCheck, 'reason'>; against: string },
): Reason | '' {
  if (value.reason !== '') return value.reason;
  if (against !== '') return 'not-measured';
  // Results without a name may be of any test, and no line may join them (rule 18).
  if (code.text === '') return 'no-name';
  if (code.isAmbiguous) return 'two-measures';
  if (isTableOnly(code, value) || isOfOneFocus(code)) return 'listed-only';
  if (effective.reason !== '') return effective.reason;
  if (fit.fit === 'none') return 'no-unit';
  return fit.fit === 'mismatch' ? 'unit-mismatch' : check.reason;
}

/** A limit, a preliminary result and an imprecise date have a symbol and no line (rules 20, 34 and 44). */
const drawingOf = ({ comparator }: SentValue, { status, effective }: ObservationContext): 'line' | 'point' =>
  status === 'preliminary' || comparator !== '' || effective.precision !== 'instant' ? 'point' : 'line';

function seriesKeyFor(
  { baseId, target, variant }: ObservationCode,
  value: SentValue,
  { fit, unit }: UnitFit,
): SeriesKey {
  if (!Number.isNaN(value.value)) return { baseId, target, variant, unit, fit, isNumber: true };
  return { baseId, target, variant, unit: target?.unit ?? '', fit: 'same', isNumber: false };
}

/**
 * Only a number that is drawn, and that the laboratory did not flag, is compared with its range (rule 26). A limit lies outside where
 * every number does that it can stand for: ">600" is above a range to 99, and "<600" may be anywhere.
 */
function outsideRangeOf(
  drawing: RowKind['drawing'],
  { flag }: SentFlag,
  { comparator }: SentValue,
  drawnValue: number,
  { band, strictSide }: SentRange,
): RowKind['outsideRange'] {
  if (drawing === 'listed' || flag !== '') return '';
  const side = sidesOutsideRange(drawnValue, band, comparator.length === 1 ? 'both' : strictSide);
  return comparator === '' || comparator.startsWith(side === 'above' ? '>' : '<') ? side : '';
}

/** A side of a blood pressure that was sent alone belongs to the other side of its encounter, a component to its Observation. */
const encounterOf = (code: ObservationCode, { encounter }: ObservationContext): string =>
  isGroupedByEncounter(code) ? encounter : '';

const componentKey = ({ system, code, baseId }: ObservationCode): string =>
  code === '' ? baseId : `${system}|${code}`;
