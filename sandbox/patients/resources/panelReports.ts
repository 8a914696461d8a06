import type { DiagnosticReport, Observation } from 'fhir/r4';
import { codeableConcept, LOINC } from './codes.ts';
import { eventId, patientReference } from './commonElements.ts';
import { measureOf } from './measures.ts';

type Panel = {
  readonly name: string;
  readonly loinc: readonly [string, string];
  readonly codes: ReadonlySet<string>;
};

const panel = (name: string, code: string, display: string, measures: string): Panel => ({
  name,
  loinc: [code, display],
  codes: new Set(measures.split(' ').map((measure) => measureOf(measure).code)),
});

const PANELS: readonly Panel[] = [
  panel(
    'Basic metabolic panel',
    '24321-2',
    'Basic metabolic 2000 panel - Serum or Plasma',
    'creat k na cl co2 bun glucose',
  ),
  panel('Blood count', '58410-2', 'CBC panel - Blood by Automated count', 'hgb wbc plt neut-abs'),
  panel('Lipid panel', '24331-1', 'Lipid 1996 panel - Serum or Plasma', 'chol ldl hdl tg'),
];

/** Returns the laboratory's reports: one for each specimen of a panel with more than one result. */
export function panelReports(
  patient: string,
  observations: readonly Observation[],
): readonly DiagnosticReport[] {
  return PANELS.flatMap((one) =>
    [...specimens(one, observations)]
      .filter(([, results]) => results.length > 1)
      .map(([at, results]) => reportOf(patient, one, at, results)),
  );
}

function specimens(
  { codes }: Panel,
  observations: readonly Observation[],
): ReadonlyMap<string, Observation[]> {
  const found = new Map<string, Observation[]>();
  for (const observation of observations) {
    const { code, effectiveDateTime: at, status } = observation;
    if (at === undefined || status === 'entered-in-error' || !codes.has(code.coding?.[0]?.code ?? ''))
      continue;
    const sameTime = found.get(at);
    if (sameTime) sameTime.push(observation);
    else found.set(at, [observation]);
  }
  return found;
}

function reportOf(
  patient: string,
  { name, loinc }: Panel,
  at: string,
  results: readonly Observation[],
): DiagnosticReport {
  const { encounter, performer, issued = at } = results[0] ?? {};
  const updated = results.map(({ meta }) => meta?.lastUpdated ?? '').toSorted();
  return {
    resourceType: 'DiagnosticReport',
    id: eventId(patient, 'report', name, at.slice(0, 16)),
    meta: { versionId: '1', lastUpdated: updated.at(-1) ?? '' },
    status: results.some(({ status }) => status === 'preliminary') ? 'preliminary' : 'final',
    category: [codeableConcept('http://terminology.hl7.org/CodeSystem/v2-0074', 'LAB', 'Laboratory')],
    code: codeableConcept(LOINC, ...loinc, name),
    subject: patientReference(patient),
    ...(encounter && { encounter }),
    effectiveDateTime: at,
    issued,
    ...(performer && { performer }),
    result: results.map(({ id }) => ({ reference: `Observation/${id}` })),
  };
}
