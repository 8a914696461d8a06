import { bulkScenarios } from './bulkScenarios.ts';
import { cacheScenarios } from './cacheScenarios.ts';
import { eventScenarios } from './eventScenarios.ts';
import type { Faults, FaultScenario } from './faults.ts';
import { hubScenarios } from './hubScenarios.ts';
import { pageScenarios } from './pageScenarios.ts';
import { patientScenarios } from './patientScenarios.ts';
import { responseScenarios, connectionScenarios } from './responseScenarios.ts';
import { discoveryScenarios, signInScenarios } from './signInScenarios.ts';
import { refreshScenarios, tokenScenarios } from './tokenScenarios.ts';

type ScenarioGroup = { readonly title: string; readonly scenarios: readonly FaultScenario[] };

export const SCENARIO_GROUPS: readonly ScenarioGroup[] = [
  { title: 'Sign-in', scenarios: signInScenarios },
  { title: 'Discovery', scenarios: discoveryScenarios },
  { title: 'Token', scenarios: tokenScenarios },
  { title: 'Refresh', scenarios: refreshScenarios },
  { title: 'Answers with data', scenarios: responseScenarios },
  { title: 'Their connection', scenarios: connectionScenarios },
  { title: 'Pages of results', scenarios: pageScenarios },
  { title: 'Beside the results', scenarios: eventScenarios },
  { title: 'The Patient', scenarios: patientScenarios },
  { title: 'What caches may keep', scenarios: cacheScenarios },
  { title: 'Bulk exports', scenarios: bulkScenarios },
  { title: 'The hub that tells of the chart', scenarios: hubScenarios },
];

const allScenarios = SCENARIO_GROUPS.flatMap(({ scenarios }) => scenarios);

export const scenarioNamed = (name: string): FaultScenario | undefined =>
  allScenarios.find((one) => one.name === name);

/** Returns the scenario whose faults are the ones that are on, if there is one. */
export function scenarioOfFaults(faults: Faults): FaultScenario | undefined {
  const json = JSON.stringify(faults);
  return allScenarios.find((one) => JSON.stringify(one.faults) === json);
}

/**
 * Describes the faults that are on by the scenario's title, or else by the names of the fields. The text is
 * empty when no fault is on.
 */
export function describeFaults(faults: Faults): string {
  const names = Object.entries(faults).flatMap(([group, fault]) =>
    typeof fault === 'object' ? Object.keys(fault).map((name) => `${group}.${name}`) : [group],
  );
  return scenarioOfFaults(faults)?.title ?? names.join(', ');
}
