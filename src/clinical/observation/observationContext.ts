import { readCode, type ObservationCode } from './code.ts';
import { readAttachedTexts, type AttachedTexts } from './attached/attachedTexts.ts';
import { collectionWords } from './attached/circumstances.ts';
import {
  codeWordsOf,
  containedOf,
  measurementContextOf,
  measurementFactsOf,
  specimenOf,
} from './measurementContext.ts';
import { measuredByOf } from './measurement/measuredBy.ts';
import type { MeasuredBy } from './resultRow.ts';
import { isOxygenCode, oxygenOf } from './attached/oxygen.ts';
import { specimenStateOf } from './attached/specimenState.ts';
import { valueTextOf } from './value.ts';
import { readEffective, type EffectiveTime } from './effective.ts';
import { cappedIdentity, MAX_FACT_LENGTH, MAX_REFERENCE_LENGTH } from '../fhirElements/cappedText.ts';
import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  elementsOf,
  exactText,
  type FhirElement,
  resourceId,
} from '../fhirElements/fhirElement.ts';
import { createRowKinds, type RowKinds } from './rowKinds.ts';
import { hasModifier } from '../fhirElements/modifier.ts';
import { readSubject } from '../fhirElements/subject.ts';
import type { MeasurementFacts } from './identity/measurementKinds.ts';
import { memoizePerRecord } from './identity/memoizePerRecord.ts';
import { withIdentity } from './identity/seriesIdentity.ts';
import { specimenKind } from './identity/specimenKind.ts';
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
  readonly method: string;
  readonly context: string;
  readonly isVitalSign: boolean;
  readonly measuredBy: MeasuredBy;
  readonly isModified: boolean;
  readonly isAboutAnother: boolean;
  /** The specimen was in this bad state; '' when nothing says so. */
  readonly condition: string;
  readonly attached: AttachedTexts | undefined;
  readonly encounter: string;
  readonly hidePreliminary: boolean;
  readonly kinds: RowKinds;
  /** These facts and words of the whole Observation decide which series its rows belong to. */
  readonly facts: MeasurementFacts;
};

const decidedSpecimen = memoizePerRecord((words: string) => words, specimenKind);

/** Reads what is sent once for the Observation and holds for all its rows. */
export function observationContextOf(
  resource: FhirElement,
  status: string,
  context: ReadingContext,
): ObservationContext {
  const kinds = context.kinds ?? createRowKinds();
  const method = conceptText(resource['method']);
  const specimen = specimenOf(resource);
  const containedSpecimen = containedOf(resource, resource['specimen']);
  const state = specimenStateOf(resource, containedSpecimen, specimen);
  const effective = readEffective(resource, context.nowMs);
  const circumstances = [...collectionWords(containedSpecimen), ...state.harmless];
  const oxygen = oxygenOf(elementsOf(resource['component']), valueTextOf);
  const own = measurementFactsOf(resource);
  // It is made for each result, and copying an object of unknown fields takes longer than naming them.
  const facts: MeasurementFacts = {
    specimen: own.specimen,
    method: own.method,
    device: own.device,
    bodySite: own.bodySite,
    position: own.position,
    codeWords: codeWordsOf(resource['code']),
  };
  const isVitalSign = isVital(resource['category']);
  const encounter = encounterReferenceOf(resource);
  // A known kind of specimen has a series of its own where it matters, so only other words can break a line.
  const markedSpecimen = decidedSpecimen(kinds, facts.specimen) === '' ? specimen : '';
  const marks = [method, markedSpecimen, isVitalSign ? '' : facts.device];
  return {
    id: resourceId(resource),
    status,
    effective,
    method: marks
      .map((text) => cappedIdentity(text, MAX_FACT_LENGTH).replaceAll(/\s+/g, ' '))
      .join('\n')
      .trimEnd(),
    context: measurementContextOf(resource, method, specimen, circumstances),
    isVitalSign,
    measuredBy: measuredByOf(resource, context, encounter, kinds),
    isModified: hasModifier(resource),
    isAboutAnother: isAboutAnother(resource, context),
    condition: state.condition,
    attached: readAttachedTexts(resource, containedSpecimen, {
      oxygen,
      specimenNotes: state.notes,
      timeMs: effective.timeMs,
    }),
    encounter,
    hidePreliminary: context.hidePreliminary,
    kinds,
    facts,
  };
}

const encounterReferenceOf = ({ encounter }: FhirElement): string =>
  cappedIdentity(exactText(elementOf(encounter)['reference']), MAX_REFERENCE_LENGTH);

/** `focus` names whom or what a result is about, when that is not its subject. */
const isAboutAnother = (resource: FhirElement, context: ReadingContext): boolean =>
  elementsOf(resource['focus']).some((subject) => readSubject({ subject }, context) !== 'this-patient');

const isVital = (category: unknown): boolean =>
  elementsOf(category).some(({ coding }) => elementsOf(coding).some(({ code }) => code === 'vital-signs'));

/**
 * Returns the code of an Observation or a component. The result of a fetus, a device or a specimen has a series of
 * its own and never stands among the patient's.
 */
export function codeOf(
  source: FhirElement,
  { isAboutAnother: isAboutOther, facts, kinds }: ObservationContext,
): ObservationCode {
  const own = codeWordsOf(source['code']);
  // A component has the words of its panel too, which may say that all of it was taken standing.
  const codeWords = own === facts.codeWords ? own : `${own} ${facts.codeWords}`;
  const code = withIdentity(readCode(source['code'], kinds), { ...facts, codeWords }, kinds);
  if (!isAboutOther) return code;
  // oxlint-disable-next-line longview/texts-in-catalogs -- a part of an id
  const baseId = `${code.baseId}~another subject`;
  const { target } = code;
  const variant = observationTexts('aboutAnotherSubject');
  return { ...code, baseId, variant, target: target && { ...target, id: baseId, variant } };
}

// The first two are measured by cuff, the others invasively; average and posture are variants of the first two.
const PRESSURE_SIDES = new Set(['bp-sys', 'bp-dia', 'http://loinc.org|76215-3', 'http://loinc.org|76213-8']);
/**
 * Returns whether results of this code belong to others of the same time and encounter: the sides of a blood pressure,
 * and a saturation with its oxygen.
 */
export const isGroupedByEncounter = ({ target, baseId, code }: ObservationCode): boolean =>
  PRESSURE_SIDES.has(target?.analyte.id ?? baseId) || isOxygenCode(code);
