/** Reads what an Observation says beside its id, its time and its number, once for all that say the same. */
import { contentText } from '../../fhirElements/contentText.ts';
import { elementOf, elementsOf, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { hasModifier } from '../../fhirElements/modifier.ts';
import type { PatientOfServer } from '../../fhirElements/subject.ts';
import type { ShownWords } from '../attached/attachedTexts.ts';
import { ownTestIn } from '../attached/notMeasured.ts';
import { namesOxygen } from '../attached/oxygen.ts';
import { specimenStateOf, type SpecimenState } from '../attached/specimenState.ts';
import type { ObservationCode } from '../code.ts';
import { readFlag, type SentFlag } from '../flag/flag.ts';
import { focusOf, type Focus } from '../identity/focus.ts';
import { ofFocus } from '../identity/focusIdentity.ts';
import { memoizePerRecord } from '../identity/memoizePerRecord.ts';
import { containedOf, specimenWordsOf } from '../measurementContext.ts';
import type { RowKinds } from '../rowKinds.ts';
import { ofGerm } from '../tableOnly.ts';
import { measurementOf, type Measurement } from './measurement.ts';
import { contentOfParts, dependsOnParts, type OfAllNumbers, type RowParts } from './sharedParts.ts';

/** This was read of one Observation, and holds for all that say the same beside their id, time and number. */
export type SharedReading = {
  readonly measurement: Measurement;
  /** This is what was measured, before its flag and unit say that it is about a germ. */
  readonly ownCode: ObservationCode;
  readonly code: ObservationCode;
  readonly flag: SentFlag;
  /** The specimen was in this state, and these words stand beside the value. */
  readonly state: SpecimenState;
  readonly isModified: boolean;
  readonly focus: Focus;
  /** A part names the oxygen that was breathed. */
  readonly namesOxygen: boolean;
  /** The number of a part tells one measurement from another, so that nothing of this holds for another result. */
  readonly dependsOnParts: boolean;
  readonly kept: KeptReading;
};

/** This is read later of one of these Observations, and kept for the others. */
type KeptReading = OfAllNumbers &
  ShownWords & {
    /** It is set when the parts of a panel without a value of its own were read. */
    parts?: readonly RowParts[];
    /** The same with the notes of one result, by their texts. */
    noted?: Map<string, SharedReading>;
  };

/* oxlint-disable longview/texts-in-catalogs -- names of fields */
/**
 * What is read from these fields differs from one result to the next, and is read for each. A `valueInteger` is none of them: its number
 * has no unit, although a quantity without a number may stand beside it.
 */
const OF_ONE_RESULT =
  'resourceType id meta language text identifier basedOn partOf status subject encounter effectiveDateTime effectivePeriod effectiveInstant effectiveTiming issued valueString valueCodeableConcept dataAbsentReason hasMember derivedFrom note';
/** These fields are a part of what is shared. A quantity shares its unit, and a component all but its number. */
const OF_ALL =
  'code category method bodySite performer extension specimen device interpretation referenceRange valueQuantity component';
/* oxlint-enable longview/texts-in-catalogs */
const KNOWN_FIELDS = new Set(`${OF_ONE_RESULT} ${OF_ALL}`.split(' '));

/** A longer text is nothing that comes again. */
const MAX_KEY_LENGTH = 4000;

/**
 * Returns what an Observation says beside its id, time and number. Most results of a record share it with others, and it takes more
 * than half of the time of reading them, so it is read once for each content. `hasEncounter` says whether the result belongs to a visit.
 */
export function sharedReadingOf(
  resource: FhirElement,
  hasEncounter: boolean,
  patient: PatientOfServer,
  kinds: RowKinds,
): SharedReading {
  if (resource['note'] === undefined) return readingOf(resource, hasEncounter, patient, kinds);
  return withNotes(resource, readingOf({ ...resource, note: undefined }, hasEncounter, patient, kinds));
}

/** A laboratory has a few notes for each of its tests, such as its address. Others are those of one result. */
const MAX_NOTED = 16;

/**
 * Adds what the notes say: that there is no result, or in which state its specimen was. Of a note its text alone is read so, and the
 * same texts say the same beside what is shared.
 */
function withNotes(resource: FhirElement, shared: SharedReading): SharedReading {
  const key = contentText(elementsOf(resource['note']).map(({ text }) => text)) ?? '';
  const isKept = key !== '' && key.length <= MAX_KEY_LENGTH;
  const known = isKept ? shared.kept.noted?.get(key) : undefined;
  if (known !== undefined) return known;
  const found = { ...shared, state: stateOf(resource, shared.measurement), kept: {} };
  if (isKept) keepNoted(shared.kept, key, found);
  return found;
}

function keepNoted(kept: KeptReading, key: string, found: SharedReading): void {
  if (kept.noted === undefined || kept.noted.size >= MAX_NOTED) kept.noted = new Map();
  kept.noted.set(key, found);
}

function readingOf(
  resource: FhirElement,
  hasEncounter: boolean,
  patient: PatientOfServer,
  kinds: RowKinds,
): SharedReading {
  const key = sharedContent(resource, hasEncounter);
  if (key !== undefined && key.length <= MAX_KEY_LENGTH) {
    const shared = decidedReading(kinds, key, resource, hasEncounter, patient, kinds);
    if (!shared.dependsOnParts) return shared;
  }
  return readShared(resource, hasEncounter, patient, kinds);
}

/** The note of a panel is of all of its parts, so that no test is its own. */
const stateOf = (resource: FhirElement, { specimen, code }: Measurement): SpecimenState =>
  specimenStateOf(resource, containedOf(resource, resource['specimen']), specimen, () =>
    ownTestIn(resource, { target: resource['component'] === undefined ? code.target : undefined }, false),
  );

/**
 * Returns all that is shared as one text; undefined for an Observation with any other field, such as contained resources, which is
 * read by itself. Of a specimen or a device that is elsewhere only its words count.
 */
function sharedContent(resource: FhirElement, hasEncounter: boolean): string | undefined {
  for (const name in resource) if (!KNOWN_FIELDS.has(name)) return undefined;
  const { code, category, method, bodySite, performer, extension, interpretation, referenceRange } = resource;
  const { unit, code: unitCode, system } = elementOf(resource['valueQuantity']);
  const texts = [specimenWordsOf(resource), elementOf(resource['device'])['display']];
  const words = [code, category, method, bodySite, performer, extension, ...texts];
  const parts = contentOfParts(resource['component']);
  if (parts === undefined) return undefined;
  return contentText([words, parts, interpretation, referenceRange, unit, unitCode, system, hasEncounter]);
}

/** The table of kinds is that of one patient's record. */
const decidedReading = memoizePerRecord(
  (key: string, ..._read: Parameters<typeof readShared>) => key,
  (_key, ...read) => readShared(...read),
);

function readShared(
  resource: FhirElement,
  hasEncounter: boolean,
  patient: PatientOfServer,
  kinds: RowKinds,
): SharedReading {
  const measurement = measurementOf(resource, hasEncounter, patient, kinds);
  const focus = focusOf(resource, patient);
  const ownCode = ofFocus(measurement.code, focus);
  const flag = readFlag(resource['interpretation']);
  return {
    measurement,
    ownCode,
    code: ofGerm(ownCode, flag, measurement.facts.codeWords, resource),
    flag,
    state: stateOf(resource, measurement),
    isModified: hasModifier(resource),
    focus,
    namesOxygen: elementsOf(resource['component']).some(namesOxygen),
    dependsOnParts: dependsOnParts(resource),
    kept: {},
  };
}
