import {
  codeWordsOf,
  containedOf,
  measurementContextOf,
  measurementFactsOf,
  specimenOf,
  withRoute,
} from '../measurementContext.ts';
import { readCode, type ObservationCode } from '../code.ts';
import { collectionWords } from '../attached/circumstances.ts';
import { readSpecimenCondition } from '../attached/specimenCondition.ts';
import { cappedIdentity, MAX_FACT_LENGTH } from '../../fhirElements/cappedText.ts';
import { conceptCodes, conceptText } from '../../fhirElements/codeableConcept.ts';
import { elementsOf, type FhirElement } from '../../fhirElements/fhirElement.ts';
import type { PatientOfServer } from '../../fhirElements/subject.ts';
import type { MeasurementFacts } from '../identity/measurementRule.ts';
import { withIdentity } from '../identity/seriesIdentity.ts';
import { specimenKind } from '../identity/specimenKind.ts';
import type { MeasuredBy } from '../resultRow.ts';
import type { RowKinds } from '../rowKinds.ts';
import { measuredByOf } from './measuredBy.ts';

/** This is what was measured and how, as an Observation says it beside its value and its time. */
export type Measurement = {
  /** The code of the Observation with the series that its facts put it in. */
  readonly code: ObservationCode;
  /** These facts and words of the whole Observation decide which series its rows belong to. */
  readonly facts: MeasurementFacts;
  /** The words of method, specimen and device that break a line where they change. */
  readonly method: string;
  /** The words that tell one measurement from another, for a reader (rule 22). */
  readonly context: string;
  /** The same, with the route and the posture that the code says. */
  readonly contextWithRoute: string;
  /** This is the specimen in the words of the server. */
  readonly specimen: string;
  readonly isVitalSign: boolean;
  readonly measuredBy: MeasuredBy;
};

/** Returns what was measured and how. `hasEncounter` says whether the result belongs to a visit. */
export function measurementOf(
  resource: FhirElement,
  hasEncounter: boolean,
  patient: PatientOfServer,
  kinds: RowKinds,
): Measurement {
  const method = conceptText(resource['method']);
  const specimen = specimenOf(resource);
  const containedSpecimen = containedOf(resource, resource['specimen']);
  const { harmless } = readSpecimenCondition(containedSpecimen['condition']);
  const codeWords = codeWordsOf(resource['code']);
  const facts = { ...measurementFactsOf(resource), codeWords, ownWords: codeWords };
  const isVitalSign = isVital(resource['category']);
  // A known kind of specimen has a series of its own where it matters, so only other words can break a line.
  const markedSpecimen = specimenKind(facts.specimen) === '' ? specimen : '';
  const [code] = conceptCodes(resource['method']);
  const marks = [method, markedSpecimen, isVitalSign ? '' : facts.device, code ?? ''];
  const context = measurementContextOf(resource, method, specimen, [
    ...collectionWords(containedSpecimen),
    ...harmless,
  ]);
  return {
    code: withIdentity(readCode(resource['code'], kinds), facts, kinds),
    facts,
    method: marks
      .map((text) => cappedIdentity(text, MAX_FACT_LENGTH).replaceAll(/\s+/g, ' '))
      .join('\n')
      .trimEnd(),
    context,
    contextWithRoute: withRoute(context, resource['code']),
    specimen,
    isVitalSign,
    measuredBy: measuredByOf(resource, patient, hasEncounter),
  };
}

const isVital = (category: unknown): boolean =>
  elementsOf(category).some(({ coding }) => elementsOf(coding).some(({ code }) => code === 'vital-signs'));
