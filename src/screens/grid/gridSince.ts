/** Since when results count as new in the grid: what can be chosen, what is chosen, and why not. Rules 37 to 39. */
import {
  sinceChoices,
  type SinceChoice,
  type SinceId,
  type Visit,
} from '../../clinical/change/sinceChoices.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { SINCE_TEXT, sinceTimeText, sinceSentence } from '../../parts/changes/changesText.ts';
import { emptyLaneText } from '../../parts/events/eventText.ts';
import type { GridFilters } from '../../parts/screenUrls/gridUrl.ts';
import { newestResultMs, visitsIn } from '../../parts/changes/sinceMoments.ts';

/** A moment and what it is, in words. */
export type SinceMark = {
  readonly sinceMs: number;
  /** "visit": beside the edge, in the head of a column. */
  readonly short: string;
  /** "26 Aug 2026, the start of the last visit before the newest result". */
  readonly words: string;
};

/** `whyNot` '' where it can be chosen. */
type SinceOption = { readonly id: SinceId; readonly label: string; readonly whyNot: string };

export type GridSince = {
  readonly options: readonly SinceOption[];
  /** Why none of them can be chosen; '' where some can. */
  readonly whyNone: string;
  /** Of the filter, where it is on and its moment is known: only then is anything hidden. */
  readonly filter: SinceMark | undefined;
  /** Why the filter that was asked for hides nothing; '' where it does, or is off. */
  readonly notApplied: string;
  /** Where the columns have an edge: at the moment chosen, else at the last visit or the stay. */
  readonly mark: SinceMark | undefined;
};

const SHORT: Readonly<Record<SinceId, string>> = {
  stay: 'stay',
  visit: 'visit',
  '90d': '90 d',
  '30d': '30 d',
  '24h': '24 h',
};

type Known = {
  readonly record: RecordSnapshot | undefined;
  readonly events: EventsSnapshot | undefined;
  readonly encounterId: string | undefined;
  readonly timeZone: string;
};

/** Rule 39: a page that is missing may hold the newest result, from which all of them are counted. */
function whyNoneOf(record: RecordSnapshot | undefined): string {
  if (record?.complete !== true)
    return record?.ended ? 'not all results were read' : 'known once all results are read';
  return 'no result with a number on a curve';
}

/** Why a visit or a stay is no choice: rule 38, none is claimed to be missing before the encounters were read. */
function whyNot(
  id: SinceId,
  visits: readonly Visit[] | undefined,
  events: EventsSnapshot | undefined,
): string {
  if (visits === undefined) return `encounters ${emptyLaneText(events, 'encounter', 0).text}`;
  return id === 'stay' ? 'none with the newest result recorded' : 'none before the newest result recorded';
}

function optionsOf(
  choices: readonly SinceChoice[],
  newestMs: number,
  asked: SinceId | undefined,
  known: Known & { readonly visits: readonly Visit[] | undefined },
): readonly SinceOption[] {
  const { timeZone, visits, events } = known;
  const ids: readonly SinceId[] = ['stay', 'visit', '90d', '30d', '24h'];
  return ids.flatMap((id): SinceOption[] => {
    const since = choices.find((one) => one.id === id);
    if (since)
      return [{ id, label: `${SINCE_TEXT[id]}, ${sinceTimeText(since, newestMs, timeZone)}`, whyNot: '' }];
    // That there is no stay is said to who asked for one; most records have none.
    if (id === 'stay' && asked !== 'stay') return [];
    const why = whyNot(id, visits, events);
    return [{ id, label: `${SINCE_TEXT[id]}: ${why}`, whyNot: why }];
  });
}

/** The moment chosen; nobody chose: the last visit, else the stay. */
function markedOf(choices: readonly SinceChoice[], asked: SinceId | undefined): SinceChoice | undefined {
  const find = (id: SinceId): SinceChoice | undefined => choices.find((one) => one.id === id);
  return asked === undefined ? (find('visit') ?? find('stay')) : find(asked);
}

const markOf = (since: SinceChoice, newestMs: number, timeZone: string): SinceMark => ({
  sinceMs: since.sinceMs,
  short: SHORT[since.id],
  words: sinceSentence(since, newestMs, timeZone),
});

const notAppliedText = (id: SinceId, why: string): string =>
  `new since ${SINCE_TEXT[id]}: ${why}, so nothing is hidden by it`;

/** All of it for a record as it stands. */
export function gridSince({ onlyNew, since: asked }: GridFilters, known: Known): GridSince {
  const { record, events, encounterId, timeZone } = known;
  const newestMs = record?.complete === true ? newestResultMs(record.series, timeZone) : undefined;
  const filtered = onlyNew ? asked : undefined;
  if (newestMs === undefined) {
    const whyNone = whyNoneOf(record);
    const notApplied = filtered === undefined ? '' : notAppliedText(filtered, whyNone);
    return { options: [], whyNone, filter: undefined, notApplied, mark: undefined };
  }
  const visits = visitsIn(events, encounterId);
  const choices = sinceChoices(newestMs, visits);
  const marked = markedOf(choices, asked);
  const mark = marked && markOf(marked, newestMs, timeZone);
  return {
    options: optionsOf(choices, newestMs, asked, { ...known, visits }),
    whyNone: '',
    filter: filtered === undefined ? undefined : mark,
    notApplied:
      filtered === undefined || mark ? '' : notAppliedText(filtered, whyNot(filtered, visits, events)),
    mark,
  };
}
