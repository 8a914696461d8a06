import { useEffect, useMemo, useState } from 'react';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { windowOf, type TimeWindow } from './recordWindow.ts';
import {
  readChoice,
  rhythmOf,
  visitChoice,
  windowIn,
  writeChoice,
  type VisitInContext,
  type WindowChoice,
} from './timeWindow.ts';
import { INSPECT, replaceFragment, useFragment, withParameter } from '../navigation/urlFragment.ts';

const NAME = 'window';

/** One window for all curves of the app (rule 11). */
export type ViewWindow = {
  /** From the first to the last drawn result of the record; undefined while there is none. */
  readonly whole: TimeWindow | undefined;
  readonly shown: TimeWindow | undefined;
  /** As written in the fragment; `isChosen` when a reader chose it. */
  readonly choice: string;
  readonly isChosen: boolean;
  /** That of the encounter in context, '' where there is none. */
  readonly visit: string;
  /** Whether that encounter is a stay in hospital. */
  readonly isStay: boolean;
  /** "2y", "all"; '' goes back to what the record's own rhythm asks for. */
  readonly onChoose: (choice: string) => void;
};

const NO_SERIES: RecordSnapshot['series'] = [];

/**
 * The window is view state: relative, in the fragment, the same on every screen until it is changed. Nobody chose: the stay
 * in context does, else the record's own rhythm.
 */
export function useTimeWindow(
  record: RecordSnapshot | undefined,
  timeZone: string,
  visit: VisitInContext | undefined,
): ViewWindow {
  const fragment = useFragment();
  const said = new URLSearchParams(fragment.slice(1)).get(NAME) ?? '';
  const isSaid = readChoice(said) !== undefined;
  const [kept, setKept] = useState(isSaid ? said : '');
  if (isSaid && said !== kept) setKept(said);
  const text = isSaid ? said : kept;
  useEffect(() => {
    // Links between screens name no window; the one that was chosen goes with the reader.
    if (text !== '' && !isSaid && fragment !== INSPECT) replaceFragment(withParameter(fragment, NAME, text));
  }, [text, isSaid, fragment]);
  const series = record?.series ?? NO_SERIES;
  const whole = windowOf(record, timeZone);
  const { startMs, endMs } = whole ?? { startMs: 0, endMs: 0 };
  const hasWhole = whole !== undefined;
  const isStay = visit?.isStay ?? false;
  return useMemo(() => {
    const all = hasWhole ? { startMs, endMs } : undefined;
    const ofVisit = all && visit && visitChoice(all, visit);
    const choice: WindowChoice | undefined =
      readChoice(text) ?? ((isStay && ofVisit) || (all && rhythmOf(series, all)));
    const onChoose = (next: string): void => {
      setKept(next);
      replaceFragment(withParameter(location.hash, NAME, next));
    };
    return {
      whole: all,
      shown: all && choice && windowIn(all, choice),
      choice: choice === undefined ? '' : writeChoice(choice),
      isChosen: text !== '',
      visit: ofVisit ? writeChoice(ofVisit) : '',
      isStay,
      onChoose,
    };
  }, [hasWhole, startMs, endMs, series, text, visit, isStay]);
}
