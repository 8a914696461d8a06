import { pointsByLoinc, rawObservations } from './rawObservations.ts';
import { sandboxApi } from './sandboxApi.ts';

/** The tests read the events from the sandbox themselves, without code of the app. */
export type RawEvent = {
  resourceType: string;
  id: string;
  status?: string;
  code?: { text?: string };
  vaccineCode?: { text?: string };
  type?: { text?: string }[];
  medicationCodeableConcept?: { text?: string };
  authoredOn?: string;
  dosageInstruction?: { text?: string }[];
  dispenseRequest?: { validityPeriod?: { start?: string; end?: string } };
  period?: { start?: string; end?: string };
  effectivePeriod?: { start?: string; end?: string };
  dosage?: { text?: string; rateQuantity?: { value: number; unit: string } };
  class?: { code?: string };
  conclusion?: string;
  presentedForm?: unknown[];
  birthDate?: string;
  name?: { family?: string; given?: string[] }[];
};

export async function rawResources(patient: string): Promise<RawEvent[]> {
  return (await (await sandboxApi(`raw/${patient}`)).json()) as RawEvent[];
}

export async function rawEvents(patient: string, type: string): Promise<RawEvent[]> {
  return (await rawResources(patient)).filter(({ resourceType }) => resourceType === type);
}

/** Returns when the patient was to begin to take the drug. */
export const orderStart = ({ dispenseRequest, authoredOn = '' }: RawEvent): string =>
  dispenseRequest?.validityPeriod?.start ?? authoredOn;
export const orderEnd = ({ dispenseRequest }: RawEvent): string | undefined =>
  dispenseRequest?.validityPeriod?.end;
export const drugOf = ({ medicationCodeableConcept }: RawEvent): string =>
  medicationCodeableConcept?.text ?? '';
export const doseOf = ({ dosageInstruction }: RawEvent): string => dosageInstruction?.[0]?.text ?? '';

/** Returns the times of the drawn results, oldest first. A blood pressure counts once. */
export async function drawnTimesMs(patient: string): Promise<number[]> {
  const byCode = pointsByLoinc(await rawObservations(patient));
  for (const diastolic of ['8462-4', '8455-8']) byCode.delete(diastolic);
  return [...byCode.values()]
    .flat()
    .map(({ time }) => Date.parse(time))
    .toSorted((a, b) => a - b);
}
