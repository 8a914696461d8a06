/**
 * Reading one Observation: where it belongs, and its rows. One row per Observation, or per component and one more for a
 * value of its own. What is not understood is listed with a reason, never guessed and never dropped; no JSON makes this throw.
 */
import {
  codeOf,
  hasModifierExtension,
  isPressureSide,
  observationContextOf,
  type ReadingContext,
  type ObservationContext,
} from './observationContext.ts';
import { readCode, type ObservationCode } from './code.ts';
import { withRoute } from './measurementContext.ts';
import {
  elementsOf,
  isElement,
  trimmedText,
  type FhirElement,
  resourceId,
} from '../fhirElements/fhirElement.ts';
import { readFlag } from './flag.ts';
import type { SeriesKey } from './rowKinds.ts';
import { sidesOutsideRange, readRange } from './range.ts';
import type { Band, Reason, Row, RowKind } from './resultRow.ts';
import { readSubject } from '../fhirElements/subject.ts';
import { applyConversion, fitUnit, type UnitFit } from '../units/units.ts';
import { hasValue, isPlausible, isRangePlausible, noValue, readValue, type SentValue } from './value.ts';
import { rowFlag, panelDefaultsOf, type PanelDefaults } from './panelDefaults.ts';
import { withdrawnOf, type Withdrawn } from './withdrawn.ts';

export type { ReadingContext } from './observationContext.ts';

export type ExcludedReason = 'other-patient' | 'no-subject' | 'unreadable';

export type ObservationReading =
  /** With nothing of what it says; of another patient's result not even the id. */
  | { readonly outcome: 'excluded'; readonly reason: ExcludedReason; readonly id?: string }
  | Withdrawn
  | { readonly outcome: 'read'; readonly rows: readonly Row[] };

/** Reads any JSON as an Observation of the patient in context. */
export function readObservation(resource: unknown, context: ReadingContext): ObservationReading {
  if (!isElement(resource) || resource['resourceType'] !== 'Observation')
    return { outcome: 'excluded', reason: 'unreadable' };
  const status = trimmedText(resource['status']).toLowerCase();
  const subject = readSubject(resource, context);
  // Of a withdrawn result a server may leave its status alone (US Core), so it need not say whose it was.
  if (status === 'entered-in-error' && subject !== 'other-patient')
    return withdrawnOf(resource, subject === 'this-patient', context.nowMs);
  if (subject === 'other-patient') return { outcome: 'excluded', reason: subject };
  if (subject !== 'this-patient') return { outcome: 'excluded', reason: subject, id: resourceId(resource) };
  return { outcome: 'read', rows: readRows(resource, observationContextOf(resource, status, context)) };
}

function readRows(resource: FhirElement, shared: ObservationContext): Row[] {
  const components = elementsOf(resource['component']);
  const whole = components.length === 0 ? undefined : panelDefaultsOf(resource);
  const rows = components.map((component) => readRow(component, whole, shared));
  if (components.length === 0 || saysMore(resource)) rows.push(readRow(resource, undefined, shared));
  return rows;
}

/**
 * A panel's own missing value says nothing beside its components. A result of its own must be seen, and so must the reason
 * why a known measurement has none.
 */
function saysMore(resource: FhirElement): boolean {
  const value = readValue(resource, undefined);
  return hasValue(value) || (value.absentReason !== '' && readCode(resource['code']).target !== undefined);
}

/** `whole` is there for a component alone. */
function readRow(source: FhirElement, whole: PanelDefaults | undefined, shared: ObservationContext): Row {
  const code = codeOf(source, shared);
  const sent = readValue(source, code.target);
  const value = shownOf(sent, shared);
  const fit = fitUnit(code.target, value);
  const { strict, ...range } = readRange(source['referenceRange'], fit, value.unit, whole?.rangeText);
  const reason =
    statusReason(shared, sent) ||
    contentReason(source, shared) ||
    valueReason(value, fit, range.band, code, shared);
  const drawing = reason === '' ? drawingOf(value, shared) : 'listed';
  const drawnValue = applyConversion(value.value, fit.conversion);
  const flag = isWithheld(shared) ? readFlag(undefined) : rowFlag(source, whole);
  const mayBeMarked = drawing !== 'listed' && flag.flag === '' && value.comparator === '';
  const place = placeFor(code, value, fit);
  const { timeMs, text, precision } = shared.effective;
  const kind: RowKind = {
    seriesId: seriesIdOf(place),
    ...partOf(code, whole, shared),
    codeSystem: code.system,
    code: code.code,
    codeText: code.text,
    status: shared.status,
    comparator: value.comparator,
    unit: value.unit,
    unitCode: value.unitCode,
    ...range,
    flag: flag.flag,
    flagText: flag.text,
    outsideRange: mayBeMarked ? sidesOutsideRange(drawnValue, range.band, strict) : '',
    precision,
    drawing,
    reason,
    isConverted: drawing !== 'listed' && changesNumber(fit),
    isParsedFromText: value.isParsedFromText,
    context: withRoute(shared.context, source['code']),
    method: shared.method,
    absentReason: value.absentReason,
    isVitalSign: shared.isVitalSign,
    hasNote: shared.hasNote,
  };
  return {
    id: shared.id,
    kind: shared.kinds.intern(kind, place),
    timeMs,
    effective: text,
    value: drawnValue,
    valueText: value.text,
  };
}

/** Rules 34 and 36: a cancelled result has no value, and a preliminary one must not show it where the vendor says so. */
const isWithheld = ({ status, hidePreliminary }: ObservationContext): boolean =>
  /^cancell?ed$/.test(status) || (status === 'preliminary' && hidePreliminary);

const shownOf = (sent: SentValue, shared: ObservationContext): SentValue =>
  isWithheld(shared) && hasValue(sent) ? noValue : sent;

const changesNumber = ({ conversion }: UnitFit): boolean =>
  conversion !== undefined && (conversion.factor !== 1 || conversion.offset !== 0);

// https://hl7.org/fhir/R4/valueset-observation-status.html; any other word, and none, is listed as sent (display rule 36).
const RESULT = new Set(['final', 'amended', 'corrected', 'preliminary']);

function statusReason({ status, hidePreliminary }: ObservationContext, sent: SentValue): Reason | '' {
  if (status === 'preliminary' && hidePreliminary && hasValue(sent)) return 'preliminary-hidden';
  return RESULT.has(status) ? '' : 'status';
}

function contentReason(
  source: FhirElement,
  { isModified: isOtherwise, isAboutAnother: isOther }: ObservationContext,
): Reason | '' {
  if (isOtherwise || hasModifierExtension(source)) return 'modifier';
  return isOther ? 'another-subject' : '';
}

function valueReason(
  value: SentValue,
  fit: UnitFit,
  band: Band | undefined,
  { isAmbiguous }: ObservationCode,
  { effective }: ObservationContext,
): Reason | '' {
  if (value.reason !== '') return value.reason;
  if (isAmbiguous) return 'two-measures';
  if (effective.reason !== '') return effective.reason;
  if (fit.fit === 'none') return 'no-unit';
  if (fit.fit === 'mismatch') return 'unit-mismatch';
  return isPlausible(value.value, fit) && isRangePlausible(band, fit) ? '' : 'implausible';
}

/** Rules 20, 34 and 44: a limit, a preliminary result and an imprecise date have a symbol and no line. */
const drawingOf = ({ comparator }: SentValue, { status, effective }: ObservationContext): 'line' | 'point' =>
  status === 'preliminary' || comparator !== '' || effective.precision !== 'instant' ? 'point' : 'line';

function placeFor({ baseId, target }: ObservationCode, value: SentValue, { fit, unit }: UnitFit): SeriesKey {
  if (!Number.isNaN(value.value)) return { baseId, target, unit, fit, isNumber: true };
  return { baseId, target, unit: target?.unit ?? '', fit: 'same', isNumber: false };
}

/** Of a code that the catalog does not know the units are told apart when all are known (`columns.ts`). */
function seriesIdOf({ baseId, unit, fit }: SeriesKey): string {
  if (fit === 'same' || fit === 'converted') return baseId;
  return fit === 'none' ? `${baseId}~no unit` : `${baseId}~${unit}`;
}

/** A component belongs to its Observation; a side of a blood pressure that is none, to the other one of its encounter. */
function partOf(
  code: ObservationCode,
  whole: PanelDefaults | undefined,
  { encounter }: ObservationContext,
): Pick<RowKind, 'component' | 'encounter'> {
  if (whole !== undefined) return { component: componentKey(code), encounter: '' };
  return { component: '', encounter: isPressureSide(code) ? encounter : '' };
}

const componentKey = ({ system, code, baseId }: ObservationCode): string =>
  code === '' ? baseId : `${system}|${code}`;
