import { useEffect, useMemo, useState } from 'react';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { recordWindow, type TimeWindow } from './recordWindow.ts';
import {
  parseWindowChoice,
  defaultWindowChoice,
  encounterWindowChoice,
  windowForChoice,
  formatWindowChoice,
  type EncounterPeriod,
  type WindowChoice,
} from './windowChoice.ts';
import { INSPECT, replaceFragment, useFragment, withParameter } from '../navigation/urlFragment.ts';

const NAME = 'window';

/** This is the one window of all curves of the app (rule 11). */
export type ViewWindow = {
  /**
   * This reaches from the first to the last drawn result of the record. It is undefined while there is none.
   */
  readonly whole: TimeWindow | undefined;
  readonly visible: TimeWindow | undefined;
  /** The choice is written in the fragment. `isChosen` is true if a reader chose it. */
  readonly choice: string;
  readonly isChosen: boolean;
  /** This is the choice of the encounter in context, or '' without one. */
  readonly encounterChoice: string;
  /** The encounter is a stay in hospital. */
  readonly isStay: boolean;
  /** The encounter in context, which may choose the window, has not been read yet. */
  readonly isAwaited?: boolean;
  /** Chooses "2y" or "all". With '' the window is again the one that the record opens with. */
  readonly onChoose: (choice: string) => void;
};

const NO_SERIES: RecordSnapshot['series'] = [];

/**
 * Keeps the window as view state: relative, in the fragment, the same on every screen until it is changed. If
 * nobody chose, the stay in context does, or else the rhythm of the record.
 */
export function useTimeWindow(
  record: RecordSnapshot | undefined,
  timeZone: string,
  encounter: EncounterPeriod | undefined,
): ViewWindow {
  const fragment = useFragment();
  const inFragment = new URLSearchParams(fragment.slice(1)).get(NAME) ?? '';
  const isInFragment = parseWindowChoice(inFragment) !== undefined;
  const [lastChosen, setLastChosen] = useState(isInFragment ? inFragment : '');
  if (isInFragment && inFragment !== lastChosen) setLastChosen(inFragment);
  const text = isInFragment ? inFragment : lastChosen;
  useEffect(() => {
    // Links between screens name no window, so the chosen one is carried along.
    if (text !== '' && !isInFragment && fragment !== INSPECT)
      replaceFragment(withParameter(fragment, NAME, text));
  }, [text, isInFragment, fragment]);
  const series = record?.series ?? NO_SERIES;
  const whole = recordWindow(record, timeZone);
  const { startMs, endMs } = whole ?? { startMs: 0, endMs: 0 };
  const hasWhole = whole !== undefined;
  const isStay = encounter?.isStay ?? false;
  return useMemo(() => {
    const all = hasWhole ? { startMs, endMs } : undefined;
    const encounterWindow = all && encounter && encounterWindowChoice(all, encounter);
    const choice: WindowChoice | undefined =
      parseWindowChoice(text) ?? ((isStay && encounterWindow) || (all && defaultWindowChoice(series, all)));
    const onChoose = (next: string): void => {
      setLastChosen(next);
      replaceFragment(withParameter(location.hash, NAME, next));
    };
    return {
      whole: all,
      visible: all && choice && windowForChoice(all, choice),
      choice: choice === undefined ? '' : formatWindowChoice(choice),
      isChosen: text !== '',
      encounterChoice: encounterWindow ? formatWindowChoice(encounterWindow) : '',
      isStay,
      onChoose,
    };
  }, [hasWhole, startMs, endMs, series, text, encounter, isStay]);
}
