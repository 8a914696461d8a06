import { readCode, type ObservationCode } from './code.ts';
import { readAttachedTexts, type AttachedTexts } from './attached/attachedTexts.ts';
import { codeWordsOf, containedOf } from './measurementContext.ts';
import { measurementOf, type Measurement } from './measurement/measurement.ts';
import { isOxygenCode, oxygenOf } from './attached/oxygen.ts';
import { specimenStateOf } from './attached/specimenState.ts';
import { valueTextOf } from './value.ts';
import { readEffective, type EffectiveTime } from './effective.ts';
import { cappedIdentity, MAX_REFERENCE_LENGTH } from '../fhirElements/cappedText.ts';
import {
  elementOf,
  elementsOf,
  exactText,
  type FhirElement,
  resourceId,
} from '../fhirElements/fhirElement.ts';
import { createRowKinds, type RowKinds } from './rowKinds.ts';
import { hasModifier } from '../fhirElements/modifier.ts';
import { focusOf, type Focus } from './identity/focus.ts';
import { withIdentity } from './identity/seriesIdentity.ts';
import { lowerCaseWords } from './identity/specimenKind.ts';
import { observationTexts } from './observation.messages.ts';

/** The context says whose Observations are read, and when. */
export type ReadingContext = {
  readonly patientId: string;
  readonly fhirBase: string;
  readonly nowMs: number;
  /** A preliminary result is listed without its value on Oracle Health (rule 34). */
  readonly hidePreliminary: boolean;
  /** This is the table of row kinds that all Observations of one record share. */
  readonly kinds?: RowKinds;
};

/** The rows of one Observation have these fields in common. */
export type ObservationContext = {
  readonly id: string;
  readonly status: string;
  readonly effective: EffectiveTime;
  readonly measurement: Measurement;
  readonly isModified: boolean;
  readonly focus: Focus;
  /** The specimen was in this bad state; '' when nothing says so. */
  readonly condition: string;
  /** These words stand beside the value, and may say that there is none. */
  readonly beside: readonly string[];
  readonly attached: AttachedTexts | undefined;
  readonly encounter: string;
  readonly hidePreliminary: boolean;
  readonly kinds: RowKinds;
};

/** Reads what is sent once for the Observation and holds for all its rows. */
export function observationContextOf(
  resource: FhirElement,
  status: string,
  context: ReadingContext,
): ObservationContext {
  const kinds = context.kinds ?? createRowKinds();
  const encounter = encounterReferenceOf(resource);
  const measurement = measurementOf(resource, encounter !== '', context, kinds);
  const containedSpecimen = containedOf(resource, resource['specimen']);
  const state = specimenStateOf(resource, containedSpecimen, measurement.specimen);
  const effective = readEffective(resource, context.nowMs);
  return {
    id: resourceId(resource),
    status,
    effective,
    measurement,
    isModified: hasModifier(resource),
    focus: focusOf(resource, context),
    condition: state.condition,
    beside: state.beside,
    attached: readAttachedTexts(resource, containedSpecimen, {
      oxygen: oxygenOf(elementsOf(resource['component']), valueTextOf),
      specimenNotes: state.notes,
      timeMs: effective.timeMs,
    }),
    encounter,
    hidePreliminary: context.hidePreliminary,
    kinds,
  };
}

const encounterReferenceOf = ({ encounter }: FhirElement): string =>
  cappedIdentity(exactText(elementOf(encounter)['reference']), MAX_REFERENCE_LENGTH);

/** Returns the code of the Observation itself. */
export const ownCodeOf = ({ measurement, focus }: ObservationContext): ObservationCode =>
  ofFocus(measurement.code, focus);

/** Returns the code of a component. */
export function componentCodeOf(
  component: FhirElement,
  { measurement: { facts, code: panel }, focus, kinds }: ObservationContext,
): ObservationCode {
  const own = codeWordsOf(component['code']);
  // A component has the words of its panel too, which may say that all of it was taken standing.
  const codeWords = own === facts.codeWords ? own : `${own} ${facts.codeWords}`;
  const code = ofPanel(readCode(component['code'], kinds), panel);
  return ofFocus(withIdentity(code, { ...facts, codeWords, ownWords: own }, kinds), focus);
}

/** "CT", "Albumin" or "Diameter" without a code says what was measured only together with its panel. */
function ofPanel(part: ObservationCode, panel: ObservationCode): ObservationCode {
  const words = lowerCaseWords(panel.text);
  const isNamed = words !== '' && words !== lowerCaseWords(part.text) && panel.text !== panel.code;
  return part.code !== '' || !isNamed
    ? part
    : { ...part, baseId: `${part.baseId}~${words}`, variant: panel.text };
}

/** These words are a part of the id of a series whose results are each about a condition or a part of the body of their own. */
// oxlint-disable-next-line longview/texts-in-catalogs -- a part of an id
const ONE_FOCUS = '~one focus';

/**
 * The result of a fetus, a device or a specimen has a series of its own and never stands among the patient's. A condition is why
 * a test of the catalog was done; what else is measured of it, such as its size, is not known to be of one and the same condition.
 */
function ofFocus(code: ObservationCode, focus: Focus): ObservationCode {
  const { target } = code;
  if (focus === '' || (focus === 'condition' && target !== undefined)) return code;
  const isOther = focus === 'another';
  // oxlint-disable-next-line longview/texts-in-catalogs -- a part of an id
  const baseId = code.baseId + (isOther ? '~another subject' : ONE_FOCUS);
  const variant = observationTexts(isOther ? 'aboutAnotherSubject' : 'aboutOneFocus');
  return { ...code, baseId, variant, target: target && { ...target, id: baseId, variant } };
}

/** Returns whether a code stands for several things of the patient, so that no line joins its results. */
export const isOfOneFocus = ({ baseId }: ObservationCode): boolean => baseId.endsWith(ONE_FOCUS);

// The first two are measured by cuff, the others invasively; average and posture are variants of the first two.
const PRESSURE_SIDES = new Set(['bp-sys', 'bp-dia', 'http://loinc.org|76215-3', 'http://loinc.org|76213-8']);
/**
 * Returns whether results of this code belong to others of the same time and encounter: the sides of a blood pressure,
 * and a saturation with its oxygen.
 */
export const isGroupedByEncounter = ({ target, baseId, code }: ObservationCode): boolean =>
  PRESSURE_SIDES.has(target?.analyte.id ?? baseId) || isOxygenCode(code);
