import type { TimeWindow } from './recordWindow.ts';
import { timeWindowTexts } from './timeWindow.messages.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { daysOf, parseWindowChoice, PRESETS } from './windowChoice.ts';

type Preset = {
  readonly id: string;
  readonly text: string;
  /** The name spells out a short text: the bar of the overview is full. */
  readonly name?: string;
};

const rounded = (count: number): string => String(Math.round(count));

/** Returns "12 y", "8 mo" or "5 d", rounded. */
function spanText(days: number): string {
  if (days >= 730) return timeWindowTexts('years', { shown: rounded(days / 365.25) });
  if (days >= 60) return timeWindowTexts('months', { shown: rounded(days / 30.5) });
  return days >= 2
    ? timeWindowTexts('days', { shown: rounded(days) })
    : timeWindowTexts('hours', { shown: rounded(Math.max(1, days * 24)) });
}

function encounterPresets(id: string, days: number | 'all' | undefined, isStay: boolean): readonly Preset[] {
  if (typeof days !== 'number') return [];
  const text = timeWindowTexts(isStay ? 'thisStay' : 'thisVisit', { length: spanText(days) });
  return [isStay ? { id, text } : { id, text: timeWindowTexts('visit'), name: text }];
}

/**
 * Returns the fixed labelled ranges (rule 11): hours for a record of days, years for one of years. One that is the encounter now stands
 * there by its name alone.
 */
export function presetsFor(
  whole: TimeWindow,
  isDense: boolean,
  { encounterChoice, isStay }: Pick<ViewWindow, 'encounterChoice' | 'isStay'>,
): readonly Preset[] {
  const days = daysOf(whole);
  const from = days <= 45 ? '6h' : isDense ? '72h' : '30d';
  const fitting = PRESETS.slice(PRESETS.indexOf(from)).filter(
    (id) => Number(parseWindowChoice(id)?.length) < days && id !== encounterChoice,
  );
  const labelled = fitting.map((id) => ({ id, text: id.replace(/[a-z]/, ' $&') }));
  const visitDays = parseWindowChoice(encounterChoice)?.length;
  // If an encounter is the whole record, only "All" is offered.
  return [
    ...labelled,
    ...encounterPresets(encounterChoice, visitDays, isStay),
    { id: 'all', text: timeWindowTexts('all', { length: spanText(days) }) },
  ];
}
