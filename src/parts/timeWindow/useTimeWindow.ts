import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { recordWindow, type TimeWindow } from './recordWindow.ts';
import {
  OF_ENCOUNTER,
  parseWindowChoice,
  defaultWindowChoice,
  encounterWindowChoice,
  opensWithStay,
  windowForChoice,
  formatWindowChoice,
  type EncounterPeriod,
  type WindowChoice,
} from './windowChoice.ts';
import {
  INSPECTOR_FRAGMENT,
  replaceFragment,
  useFragment,
  withParameter,
} from '../navigation/urlFragment.ts';
import { isEntryMarked, markEntry, pushStep, stepsSoFar } from './zoomHistory.ts';

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
  /** A reader chose another window than the one that the record opens with. */
  readonly isZoomed?: boolean;
  /** This is the choice of the encounter in context, or '' without one. */
  readonly encounterChoice: string;
  /** The encounter is a stay in hospital. */
  readonly isStay: boolean;
  /** The encounter in context, which may choose the window, has not been read yet. */
  readonly isAwaited?: boolean;
  /** Chooses "2y" or "all". With '' the window is again the one that the record opens with. */
  readonly onChoose: (choice: string) => void;
  /** Shows a choice while a gesture lasts, which then chooses it; with undefined the chosen window again. */
  readonly onPreview?: (choice: string | undefined) => void;
};

const NO_SERIES: RecordSnapshot['series'] = [];

const choiceIn = (fragment: string): string | undefined => {
  const text = new URLSearchParams(fragment.slice(1)).get(NAME) ?? '';
  return text === OF_ENCOUNTER || parseWindowChoice(text) ? text : undefined;
};

/**
 * Keeps the chosen window in the fragment, each choice as a step of the browser's history. Returns '' while nobody
 * has chosen.
 */
function useChosenText() {
  const fragment = useFragment();
  const inFragment = choiceIn(fragment);
  const [lastChosen, setLastChosen] = useState('');
  // Browsers refuse an address that changes with every move of a pointer, so a gesture is not in the address.
  const [preview, onPreview] = useState<string>();
  const steps = useRef<readonly string[]>([]);
  // Back leads to the window that stood there, also to the one of the beginning, which no address names.
  const ofEntry = inFragment ?? (isEntryMarked() ? '' : undefined);
  if (ofEntry !== undefined && ofEntry !== lastChosen) setLastChosen(ofEntry);
  const text = ofEntry ?? lastChosen;
  useEffect(() => {
    // Links between screens name no window, so the chosen one is carried along.
    if (ofEntry === undefined && text !== '' && fragment !== INSPECTOR_FRAGMENT) {
      replaceFragment(withParameter(fragment, NAME, text));
      markEntry(steps.current);
    }
    steps.current = stepsSoFar();
  }, [text, ofEntry, fragment]);
  const onChoose = useCallback((next: string): void => {
    const now = choiceIn(location.hash) ?? '';
    onPreview(undefined);
    setLastChosen(next);
    if (next !== now) pushStep(withParameter(location.hash, NAME, next), now, next);
  }, []);
  return { text: preview ?? text, onChoose, onPreview };
}

const textOf = (choice: WindowChoice | undefined): string =>
  choice === undefined ? '' : formatWindowChoice(choice);

/** A record opens with the time of the stay in context, or else as its rhythm asks for. */
type Opening = {
  readonly encounter: EncounterPeriod | undefined;
  readonly opensWithStay: boolean;
  readonly rhythm: WindowChoice;
};

/**
 * Returns how the record opens. Once it was read whole that holds, so that a refresh changes no window before the eyes of a reader: with
 * one more result a stay may fill its first day, or visits another rhythm.
 */
function useOpening(
  record: RecordSnapshot | undefined,
  whole: TimeWindow | undefined,
  timeZone: string,
  encounter: EncounterPeriod | undefined,
): Opening | undefined {
  const [held, setHeld] = useState<Opening>();
  const { series = NO_SERIES, complete: isComplete = false } = record ?? {};
  const now = useMemo(
    () =>
      whole && {
        encounter,
        opensWithStay: opensWithStay(whole, encounter, timeZone),
        rhythm: defaultWindowChoice(series, whole),
      },
    [whole, encounter, timeZone, series],
  );
  // A stay may end while its record is open. Only an encounter that becomes known arranges anew.
  if (held !== undefined && (held.encounter !== undefined || encounter === undefined)) return held;
  if (isComplete && now !== undefined) setHeld(now);
  return now;
}

/**
 * Keeps the window as view state: relative, in the fragment, the same on every screen until it is changed. If
 * nobody chose, the stay in context does, or else the rhythm of the record.
 */
export function useTimeWindow(
  record: RecordSnapshot | undefined,
  timeZone: string,
  encounter: EncounterPeriod | undefined,
): ViewWindow {
  const { text, onChoose, onPreview } = useChosenText();
  const recorded = recordWindow(record, timeZone);
  const { startMs, endMs } = recorded ?? { startMs: 0, endMs: 0 };
  const hasWhole = recorded !== undefined;
  const whole = useMemo(() => (hasWhole ? { startMs, endMs } : undefined), [hasWhole, startMs, endMs]);
  const isStay = encounter?.isStay ?? false;
  const opening = useOpening(record, whole, timeZone, encounter);
  return useMemo(() => {
    const encounterWindow = whole && encounter && encounterWindowChoice(whole, encounter, timeZone);
    const opened = (opening?.opensWithStay && encounterWindow) || opening?.rhythm;
    const chosen = text === OF_ENCOUNTER ? encounterWindow : parseWindowChoice(text);
    const choice = chosen ?? opened;
    const choiceText = textOf(choice);
    const encounterChoice = textOf(encounterWindow);
    return {
      whole,
      visible: whole && choice && windowForChoice(whole, choice),
      choice: choiceText,
      isChosen: chosen !== undefined,
      isZoomed: opened !== undefined && choiceText !== textOf(opened),
      encounterChoice,
      isStay,
      // A reader who chose all results wants the newer ones too, also where the encounter is the whole record now.
      onChoose: (next) => onChoose(next && next !== 'all' && next === encounterChoice ? OF_ENCOUNTER : next),
      onPreview,
    };
  }, [whole, text, encounter, isStay, opening, timeZone, onChoose, onPreview]);
}
