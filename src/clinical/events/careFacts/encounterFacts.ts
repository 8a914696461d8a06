/** Reads what an Encounter says: https://hl7.org/fhir/R4/encounter.html */
import { elementOf, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { conceptName, conceptNames } from '../conceptName.ts';
import { encounterClassOf } from '../encounterClass.ts';
import { labelledText } from '../eventReading.ts';
import { readPeriod } from '../eventTime.ts';
import { partOf, partOfText } from '../partOfEncounter.ts';
import { reasonTexts } from '../reasons.ts';
import type { CareFacts } from './careFacts.ts';

/** R5 has two times under other names, and that of the plan holds while there is no other one. */
function periodOf(resource: FhirElement) {
  const period = readPeriod(resource['period'] ?? resource['actualPeriod']);
  if (period.start !== '' || period.end !== '') return period;
  return {
    start: trimmedText(resource['plannedStartDate']),
    end: trimmedText(resource['plannedEndDate']),
  };
}

/** Returns where somebody went at the end of a stay, or that they died. R5 has it under another name. */
const dischargeText = ({ hospitalization, admission }: FhirElement): string =>
  conceptName(elementOf(hospitalization ?? admission)['dischargeDisposition']);

/** Returns what an Encounter of R4 or R5 says of itself. Its class is a code of the server, and its times are as they were sent. */
export function encounterFacts(resource: FhirElement): CareFacts {
  const { code: encounterClass, name } = encounterClassOf(resource['class']);
  return {
    text: conceptNames(resource['type']) || conceptName(resource['serviceType']) || name || encounterClass,
    time: { ...periodOf(resource), hasDuration: true },
    encounterClass,
    notes: [
      labelledText('reason', reasonTexts(resource)),
      labelledText('discharge', dischargeText(resource)),
      partOfText(resource),
    ],
    more: partOf(resource),
  };
}
