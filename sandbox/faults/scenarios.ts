import { eventScenarios } from './eventScenarios.ts';
import type { Faults } from './faults.ts';
import { pageScenarios } from './pageScenarios.ts';
import { patientScenarios } from './patientScenarios.ts';
import { answerScenarios, connectionScenarios } from './responseScenarios.ts';
import type { Scenario } from './scenario.ts';
import { discoveryScenarios, signInScenarios } from './signInScenarios.ts';
import { refreshScenarios, tokenScenarios } from './tokenScenarios.ts';

type ScenarioGroup = { readonly title: string; readonly scenarios: readonly Scenario[] };

export const SCENARIOS: readonly ScenarioGroup[] = [
  { title: 'Sign-in', scenarios: signInScenarios },
  { title: 'Discovery', scenarios: discoveryScenarios },
  { title: 'Token', scenarios: tokenScenarios },
  { title: 'Refresh', scenarios: refreshScenarios },
  { title: 'Answers with data', scenarios: answerScenarios },
  { title: 'Their connection', scenarios: connectionScenarios },
  { title: 'Pages of results', scenarios: pageScenarios },
  { title: 'Beside the results', scenarios: eventScenarios },
  { title: 'The Patient', scenarios: patientScenarios },
];

const all = SCENARIOS.flatMap(({ scenarios }) => scenarios);

export const scenarioNamed = (name: string): Scenario | undefined => all.find((one) => one.name === name);

/** The scenario that is on, if the faults are those of one. */
export function scenarioOf(faults: Faults): Scenario | undefined {
  const json = JSON.stringify(faults);
  return all.find((one) => JSON.stringify(one.faults) === json);
}

/** What is on, in a few words: a scenario's title, or else the names of the fields. Empty when nothing is. */
export function faultWords(faults: Faults): string {
  const names = Object.entries(faults).flatMap(([group, fault]) =>
    typeof fault === 'object' ? Object.keys(fault).map((name) => `${group}.${name}`) : [group],
  );
  return scenarioOf(faults)?.title ?? names.join(', ');
}
