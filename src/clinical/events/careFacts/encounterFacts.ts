/** Reads what an Encounter says: https://hl7.org/fhir/R4/encounter.html */
import { conceptTexts } from '../../fhirElements/codeableConcept.ts';
import type { FhirElement } from '../../fhirElements/fhirElement.ts';
import { conceptName, conceptNames } from '../conceptName.ts';
import { encounterClassOf } from '../encounterClass.ts';
import { labelledText } from '../eventReading.ts';
import { readPeriod } from '../eventTime.ts';
import { partOf, partOfText } from '../partOfEncounter.ts';
import type { CareFacts } from './careFacts.ts';

export function encounterFacts(resource: FhirElement): CareFacts {
  const { code: encounterClass, name } = encounterClassOf(resource['class']);
  return {
    text: conceptNames(resource['type']) || conceptName(resource['serviceType']) || name || encounterClass,
    time: { ...readPeriod(resource['period']), hasDuration: true },
    encounterClass,
    notes: [labelledText('reason', conceptTexts(resource['reasonCode'])), partOfText(resource)],
    more: partOf(resource),
  };
}
