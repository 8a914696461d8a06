/** This file compares the record since a moment that the reader chose, or since the one that the record offers first. */
import type { PatientFacts } from '../../clinical/change/patientFacts.ts';
import {
  defaultSince,
  type SinceChoice,
  type SinceId,
  type Visit,
} from '../../clinical/change/sinceChoices.ts';
import type { Series } from '../../clinical/series/series.ts';
import { changesSince, type ChangesList } from './changesList.ts';
import { sinceMomentsOf } from './sinceMoments.ts';

export type ChangesSince = {
  readonly newestMs: number;
  readonly choices: readonly SinceChoice[];
  readonly since: SinceChoice;
  readonly list: ChangesList;
};

/** Returns undefined where nothing is charted. */
export function changesInRecord(
  series: readonly Series[],
  visits: readonly Visit[] | undefined,
  facts: PatientFacts,
  timeZone: string,
  chosenSince: SinceId | undefined,
): ChangesSince | undefined {
  const moments = sinceMomentsOf(series, visits, timeZone);
  if (!moments) return undefined;
  const { newestMs, choices } = moments;
  const listSince = ({ sinceMs }: SinceChoice) => changesSince(series, sinceMs, timeZone, facts);
  const since =
    choices.find(({ id }) => id === chosenSince) ??
    defaultSince(choices, (one) => listSince(one).comparedCount > 0);
  return since && { newestMs, choices, since, list: listSince(since) };
}
