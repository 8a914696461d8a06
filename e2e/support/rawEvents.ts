import { sandboxOrigin } from './ehr.ts';
import { pointsByLoinc, rawObservations } from './rawObservations.ts';

/** The tests' own reading of what stands beside the results in the sandbox: none of the app's code, a few lines. */
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
  return (await (await fetch(`${sandboxOrigin()}/api/raw/${patient}`)).json()) as RawEvent[];
}

export async function rawEvents(patient: string, type: string): Promise<RawEvent[]> {
  return (await rawResources(patient)).filter(({ resourceType }) => resourceType === type);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "20 Oct 2026" of a date, "29 Oct 2026, 08:05" of a moment, in the zone of the sandbox's site. */
export function formatTime(time = ''): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(time) ?? [];
  if (day !== undefined) return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'America/Chicago',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(time));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const date = `${Number(part('day'))} ${MONTHS[Number(part('month')) - 1]} ${part('year')}`;
  return `${date}, ${part('hour')}:${part('minute')}`;
}

/** From when an order was to be taken. */
export const orderStart = ({ dispenseRequest, authoredOn = '' }: RawEvent): string =>
  dispenseRequest?.validityPeriod?.start ?? authoredOn;
export const orderEnd = ({ dispenseRequest }: RawEvent): string | undefined =>
  dispenseRequest?.validityPeriod?.end;
export const drugOf = ({ medicationCodeableConcept }: RawEvent): string =>
  medicationCodeableConcept?.text ?? '';
export const doseOf = ({ dosageInstruction }: RawEvent): string => dosageInstruction?.[0]?.text ?? '';

/** The moments of the results that are drawn, a blood pressure once, oldest first. */
export async function drawnTimesMs(patient: string): Promise<number[]> {
  const byCode = pointsByLoinc(await rawObservations(patient));
  byCode.delete('8462-4');
  return [...byCode.values()]
    .flat()
    .map(({ time }) => Date.parse(time))
    .toSorted((a, b) => a - b);
}
