import { readCode, type ObservationCode } from './code.ts';
import { readAttachedTexts, type AttachedTexts } from './attached/attachedTexts.ts';
import { codeWordsOf, containedOf } from './measurementContext.ts';
import { sharedReadingOf, type SharedReading } from './measurement/sharedReading.ts';
import { isOxygenCode, oxygenOf } from './attached/oxygen.ts';
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
import { ofFocus } from './identity/focusIdentity.ts';
import { withIdentity } from './identity/seriesIdentity.ts';
import { lowerCaseWords } from './identity/specimenKind.ts';

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
  readonly shared: SharedReading;
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
  const shared = sharedReadingOf(resource, encounter !== '', context, kinds);
  const effective = readEffective(resource, context.nowMs);
  return {
    id: resourceId(resource),
    status,
    effective,
    shared,
    attached: readAttachedTexts(
      resource,
      containedOf(resource, resource['specimen']),
      {
        oxygen: shared.namesOxygen ? oxygenOf(elementsOf(resource['component']), valueTextOf) : '',
        specimenNotes: shared.state.notes,
        timeMs: effective.timeMs,
      },
      shared.kept,
    ),
    encounter,
    hidePreliminary: context.hidePreliminary,
    kinds,
  };
}

const encounterReferenceOf = ({ encounter }: FhirElement): string =>
  cappedIdentity(exactText(elementOf(encounter)['reference']), MAX_REFERENCE_LENGTH);

/** Returns the code of a component. */
export function componentCodeOf(
  component: FhirElement,
  { shared, kinds }: ObservationContext,
): ObservationCode {
  const { measurement, focus } = shared;
  const { facts, code: panel } = measurement;
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

// The first two are measured by cuff, the others invasively; average and posture are variants of the first two.
const PRESSURE_SIDES = new Set(['bp-sys', 'bp-dia', 'http://loinc.org|76215-3', 'http://loinc.org|76213-8']);
/**
 * Returns whether results of this code belong to others of the same time and encounter: the sides of a blood pressure,
 * and a saturation with its oxygen.
 */
export const isGroupedByEncounter = ({ target, baseId, code }: ObservationCode): boolean =>
  PRESSURE_SIDES.has(target?.analyte.id ?? baseId) || isOxygenCode(code);
