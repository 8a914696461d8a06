/** Finds the moments since which results may count as new in the grid, and says why one cannot be chosen. Rules 37 to 39. */
import type { SinceChoice, SinceId, Visit } from '../../clinical/change/sinceChoices.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { SINCE_TEXT, sinceTimeText, sinceSentence } from '../../parts/changes/sinceText.ts';
import { emptyLaneText } from '../../parts/events/eventText.ts';
import type { GridFilters } from '../../parts/screenUrls/gridUrl.ts';
import { sinceMomentsOf, visitsIn } from '../../parts/changes/sinceMoments.ts';
import { gridFiltersTexts } from './gridFilters.messages.ts';

/** This is a moment and its description in words. */
export type SinceMark = {
  readonly sinceMs: number;
  /** This stands in the head of the column that has the edge, as "visit". */
  readonly shortText: string;
  /** It reads like "26 Aug 2026, the start of the last visit before the newest result". */
  readonly text: string;
};

type SinceOption = {
  readonly id: SinceId;
  readonly label: string;
  /** Says why the option cannot be chosen; '' if it can. */
  readonly unavailableText: string;
};

export type NewSinceFilter = {
  readonly options: readonly SinceOption[];
  /** Says why no option can be chosen; '' if some can. */
  readonly unavailableText: string;
  /** This is the moment of the filter if it is on and its moment is known. Nothing is hidden otherwise. */
  readonly appliedMark: SinceMark | undefined;
  /** Says why a filter that is on hides nothing; '' if it is off or hides something. */
  readonly notAppliedText: string;
  /** The columns have an edge at this moment: the chosen one, else the last visit or the stay. */
  readonly columnMark: SinceMark | undefined;
};

const SHORT_TEXT: Readonly<Record<SinceId, string>> = {
  stay: gridFiltersTexts('stay'),
  visit: gridFiltersTexts('visit'),
  '90d': gridFiltersTexts('days90'),
  '30d': gridFiltersTexts('days30'),
  '24h': gridFiltersTexts('hours24'),
};

type SinceFacts = {
  readonly record: RecordSnapshot | undefined;
  readonly events: EventsSnapshot | undefined;
  readonly encounterId: string | undefined;
  readonly timeZone: string;
};

/** Rule 39: all moments are counted from the newest result, which a missing page may hold. */
function unavailableTextOf(record: RecordSnapshot | undefined): string {
  if (record?.complete !== true) return gridFiltersTexts(record?.ended ? 'notAllRead' : 'notYetRead');
  return gridFiltersTexts('noChartedNumber');
}

/** Says why a visit or a stay cannot be chosen. Rule 38: none is called missing before the encounters were read. */
function missingChoiceText(
  id: SinceId,
  visits: readonly Visit[] | undefined,
  events: EventsSnapshot | undefined,
): string {
  if (visits === undefined)
    return gridFiltersTexts('encounters', { state: emptyLaneText(events, 'encounter', 0).text });
  return gridFiltersTexts(id === 'stay' ? 'noStay' : 'noVisit');
}

function sinceOptionsOf(
  choices: readonly SinceChoice[],
  newestMs: number,
  chosenId: SinceId | undefined,
  facts: SinceFacts & { readonly visits: readonly Visit[] | undefined },
): readonly SinceOption[] {
  const { timeZone, visits, events } = facts;
  const ids: readonly SinceId[] = ['stay', 'visit', '90d', '30d', '24h'];
  return ids.flatMap((id): SinceOption[] => {
    const since = choices.find((choice) => choice.id === id);
    if (since) {
      const when = sinceTimeText(since, newestMs, timeZone);
      return [
        { id, label: gridFiltersTexts('sinceAt', { since: SINCE_TEXT[id], when }), unavailableText: '' },
      ];
    }
    // Most records have no stay, so its absence is said only to a reader who chose it.
    if (id === 'stay' && chosenId !== 'stay') return [];
    const unavailableText = missingChoiceText(id, visits, events);
    const label = gridFiltersTexts('sinceUnavailable', { since: SINCE_TEXT[id], reason: unavailableText });
    return [{ id, label, unavailableText }];
  });
}

/** Returns the chosen moment; without a choice the last visit, else the stay. */
function markedChoice(
  choices: readonly SinceChoice[],
  chosenId: SinceId | undefined,
): SinceChoice | undefined {
  const find = (id: SinceId): SinceChoice | undefined => choices.find((choice) => choice.id === id);
  return chosenId === undefined ? (find('visit') ?? find('stay')) : find(chosenId);
}

const sinceMarkOf = (since: SinceChoice, newestMs: number, timeZone: string): SinceMark => ({
  sinceMs: since.sinceMs,
  shortText: SHORT_TEXT[since.id],
  text: sinceSentence(since, newestMs, timeZone),
});

const notAppliedTextOf = (id: SinceId, reason: string): string =>
  gridFiltersTexts('notApplied', { since: SINCE_TEXT[id], reason });

/** Returns the filter for a record as far as it was read. */
export function newSinceFilterOf(
  { onlyNew, since: chosenId }: GridFilters,
  facts: SinceFacts,
): NewSinceFilter {
  const { record, events, encounterId, timeZone } = facts;
  const visits = visitsIn(events, encounterId, timeZone);
  const moments = record?.complete === true ? sinceMomentsOf(record.series, visits, timeZone) : undefined;
  const filterId = onlyNew ? chosenId : undefined;
  if (moments === undefined) {
    const unavailableText = unavailableTextOf(record);
    const notAppliedText = filterId === undefined ? '' : notAppliedTextOf(filterId, unavailableText);
    return { options: [], unavailableText, appliedMark: undefined, notAppliedText, columnMark: undefined };
  }
  const { newestMs, choices } = moments;
  const marked = markedChoice(choices, chosenId);
  const columnMark = marked && sinceMarkOf(marked, newestMs, timeZone);
  return {
    options: sinceOptionsOf(choices, newestMs, chosenId, { ...facts, visits }),
    unavailableText: '',
    appliedMark: filterId === undefined ? undefined : columnMark,
    notAppliedText:
      filterId === undefined || columnMark
        ? ''
        : notAppliedTextOf(filterId, missingChoiceText(filterId, visits, events)),
    columnMark,
  };
}
