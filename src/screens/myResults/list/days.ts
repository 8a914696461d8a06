/** The newest results stand by day, the newest day first, and within a day by the laboratory's own reports (rule 43). */
import type { CareEvent } from '../../../clinical/events/careEvent.ts';
import { timeOfCard, type PatientCard } from '../card/cards.ts';
import { hasDoubtfulDate } from '../card/doubts.ts';
import { longDate } from '../patientDates.ts';

type CardGroup = {
  readonly key: string;
  /** The name of the laboratory's report, or of the group that the tests belong to. */
  readonly heading: string;
  /** The heading is as it was sent. */
  readonly isSent: boolean;
  readonly cards: readonly PatientCard[];
};
export type CardDay = {
  readonly key: string;
  readonly heading: string;
  readonly groups: readonly CardGroup[];
};

/** The list needs this of a report: its name and the results that it holds together. */
export type PanelReport = Pick<CareEvent, 'text' | 'isUnnamed' | 'resultIds'>;

/**
 * `isAwaited` while newer results or the reports may still come before the first results are drawn. Reports that come later name the
 * groups that stand, and move nothing (`isLate`).
 */
export type Panels = {
  /** The names of the laboratory's reports, by the ids of the results that they hold. */
  readonly names: ReadonlyMap<string, string>;
  readonly isAwaited: boolean;
  readonly isLate: boolean;
};

/** Returns the name of the report that holds each Observation. Of several reports with a name the smallest is the panel. */
export function panelNames(reports: readonly PanelReport[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const bySize = reports
    .filter(({ isUnnamed }) => isUnnamed !== true)
    .toSorted((a, b) => (b.resultIds?.length ?? 0) - (a.resultIds?.length ?? 0));
  for (const { text, resultIds = [] } of bySize) for (const id of resultIds) names.set(id, text);
  return names;
}

/** Returns the days of the cards, the newest first and those without a date that can be right last. `timeZone` says where a day begins. */
export function cardDays(
  cards: readonly PatientCard[],
  { names, isLate }: Pick<Panels, 'names' | 'isLate'>,
  timeZone: string,
): readonly CardDay[] {
  const byDay = new Map<string, { readonly newestMs: number; readonly cards: PatientCard[] }>();
  for (const card of cards.toSorted(newestCardFirst)) {
    const { timeMs, kind } = card.result.row;
    // The card tells its date and that it cannot be right; under it as a heading, it would stand as the newest of all.
    const heading = hasDoubtfulDate(kind) ? '' : longDate(timeMs, kind.precision, timeZone);
    const day = byDay.get(heading);
    if (day) day.cards.push(card);
    else byDay.set(heading, { newestMs: timeMs, cards: [card] });
  }
  return [...byDay].map(([heading, day]) => ({
    key: heading,
    heading,
    groups: isLate ? relabelled(groupsOf(day.cards, NO_PANELS), names) : groupsOf(day.cards, names),
  }));
}

/** Returns cards in the order in which their days stand: the newest day first, and within a day in clinical order. */
export const cardsByDay = (cards: readonly PatientCard[], timeZone: string): readonly PatientCard[] =>
  cardDays(cards, { names: NO_PANELS, isLate: false }, timeZone).flatMap(({ groups }) =>
    groups.flatMap((group) => group.cards),
  );

const NO_PANELS: ReadonlyMap<string, string> = new Map();

/** Names each group by the one report that holds all of it. What stands keeps its place. */
const relabelled = (groups: readonly CardGroup[], names: ReadonlyMap<string, string>): readonly CardGroup[] =>
  groups.map((group) => {
    const [sent, ...others] = new Set(group.cards.map(({ result }) => names.get(result.row.id)));
    return sent === undefined || others.length > 0 ? group : { ...group, heading: sent, isSent: true };
  });

/** Puts the newest card first, and those without a date that can be right last. */
export const newestCardFirst = (a: PatientCard, b: PatientCard): number =>
  timeOfCard(b) - timeOfCard(a) || clinically(a, b);
const clinically = (a: PatientCard, b: PatientCard): number => a.series.order - b.series.order;

function groupsOf(cards: readonly PatientCard[], panels: ReadonlyMap<string, string>): readonly CardGroup[] {
  const groups = new Map<
    string,
    { readonly isSent: boolean; readonly heading: string; readonly cards: PatientCard[] }
  >();
  for (const card of cards.toSorted(clinically)) {
    const sent = panels.get(card.result.row.id);
    const key = sent === undefined ? `group ${card.series.group}` : `report ${sent}`;
    const group = groups.get(key);
    if (group) group.cards.push(card);
    else groups.set(key, { isSent: sent !== undefined, heading: sent ?? card.series.group, cards: [card] });
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}
