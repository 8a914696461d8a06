import { specialLoinc } from '../independent/facts.ts';
import { sandboxApi } from './sandboxApi.ts';

/** The tests read the Observations from the sandbox themselves, without code of the app. */
export type RawObservation = {
  id: string;
  status: string;
  code: { coding?: { system?: string; code?: string }[]; text?: string };
  effectiveDateTime?: string;
  valueQuantity?: { value?: number; unit?: string; code?: string; comparator?: string };
  valueString?: string;
  component?: RawObservation[];
};

export async function rawObservations(patient: string): Promise<RawObservation[]> {
  const resources = (await (await sandboxApi(`raw/${patient}`)).json()) as {
    resourceType: string;
  }[];
  return resources.filter(
    ({ resourceType }) => resourceType === 'Observation',
  ) as unknown as RawObservation[];
}

export type Point = {
  id: string;
  loinc: string;
  value: number;
  text: string;
  unit: string;
  time: string;
  status: string;
  comparator: string;
};

const STANDS = ['final', 'amended', 'corrected', 'preliminary'];

/**
 * Returns every number of a record by its LOINC code, or the special one that its facts name, components included, oldest first. A result counts if
 * it has a number, a time and a status that lets it stand.
 */
export function pointsByLoinc(observations: RawObservation[]): Map<string, Point[]> {
  const byCode = new Map<string, Point[]>();
  for (const observation of observations) {
    for (const part of [observation, ...(observation.component ?? [])]) {
      const sent = part.code.coding?.find(({ system }) => system === 'http://loinc.org')?.code;
      const loinc = sent && specialLoinc(sent, part, observation);
      const { value, unit = '', comparator = '' } = part.valueQuantity ?? {};
      const time = observation.effectiveDateTime;
      if (
        loinc === undefined ||
        value === undefined ||
        time === undefined ||
        !STANDS.includes(observation.status)
      )
        continue;
      const list = byCode.get(loinc) ?? [];
      list.push({
        id: observation.id,
        loinc,
        value,
        text: String(value),
        unit,
        time,
        status: observation.status,
        comparator,
      });
      byCode.set(loinc, list);
    }
  }
  for (const list of byCode.values()) list.sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
  return byCode;
}

/** Returns the last result that is not preliminary, because a preliminary one is not yet the latest. */
export const lastFinal = (list: Point[]): Point | undefined =>
  list.filter(({ status }) => status !== 'preliminary').at(-1);

/** The laboratory of the sandbox sends the names of these measures again as their unit. */
const NO_UNITS: readonly (string | undefined)[] = ['pH', 'INR'];

/** Returns a unit as the screen writes it: the laboratory of the sandbox sends the code of UCUM for cell counts. */
export const shownUnit = (unit: string | undefined): string | undefined =>
  unit === '10*3/uL' ? '10³/µL' : NO_UNITS.includes(unit) ? '' : unit;
