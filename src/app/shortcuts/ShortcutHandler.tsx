import { useEffect, useRef, useState } from 'react';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { choose } from '../../ui/keyboard/preferences.ts';
import { DOES, type Around } from './shortcutActions.ts';
import { KeyList } from './ShortcutHelp.tsx';
import { actionsOn, keyListOf } from './shortcutTable.ts';
import { windowText } from '../../parts/timeWindow/timeWindowText.ts';
import type { SingleKeysState } from '../../ui/keyboard/singleKeyShortcuts.ts';
import { useLetterKeys } from '../../ui/keyboard/useShortcuts.ts';
import { useNearbyFocus } from './useNearbyFocus.ts';
import { useKeptSince } from '../../parts/changes/useChangesSince.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import { useWayBack } from '../../parts/navigation/useEscapeToOverview.ts';
import type { Screen } from '../../parts/navigation/urlFragment.ts';

type KeysProps = {
  readonly state: Required<SingleKeysState>;
  readonly screen: Screen['name'];
  readonly siteId: string;
  /** Of the record, as far as it was read. */
  readonly series?: Around['series'] | undefined;
  readonly view: ViewWindow;
  readonly units: Around['units'];
  readonly timeZone: string;
};

/** What a key did to the window; who sees it reads it beside the buttons. */
function useSaid({ shown }: ViewWindow, timeZone: string) {
  const [said, setSaid] = useState('');
  const isMoving = useRef(false);
  const text = shown ? windowText(shown, timeZone) : '';
  useEffect(() => {
    if (isMoving.current) setSaid(text);
    isMoving.current = false;
  }, [text]);
  const onMoved = (stuck: string): void => {
    isMoving.current = stuck === '';
    if (stuck !== '') setSaid(stuck);
  };
  return [said, onMoved] as const;
}

const searchBox = () => document.querySelector<HTMLElement>('input[type="search"]');

/** A screen without a search box leads to the one of the overview, which gets the focus as soon as it is there. */
function useSearch(screen: Screen['name']) {
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current && screen === 'overview') searchBox()?.focus();
    isAsked.current = false;
  }, [screen]);
  return () => {
    const box = searchBox();
    if (box) {
      box.focus();
      return;
    }
    isAsked.current = true;
    location.hash = '';
  };
}

const NO_SERIES: Around['series'] = [];

/** The keys that mean the same on every screen, and the list of all. */
export function Keys({ state, screen, siteId, series = NO_SERIES, view, units, timeZone }: KeysProps) {
  const [said, onMoved] = useSaid(view, timeZone);
  const onSearch = useSearch(screen);
  // The only part beside the window that stands on every screen, and it is fetched late.
  useKeptSince();
  useNearbyFocus();
  // Of all screens the page for print alone has nothing else that hears it.
  useWayBack(screen === 'print');
  const onSwitch = (isOn: boolean): void => {
    choose(siteId, 'keys', isOn ? '' : 'off');
    state.onSwitch(isOn);
  };
  const around: Around = { screen, siteId, series, view, units, onList: state.onList, onSearch, onMoved };
  const bound = actionsOn(screen).flatMap(({ action, keys }) =>
    keys.map((key) => {
      const act = () => {
        const does = DOES[action](around, key);
        does?.();
        return does !== undefined;
      };
      return [key, act] as const;
    }),
  );
  useLetterKeys(Object.fromEntries(bound));
  return (
    <>
      <VisuallyHidden>
        <output>{said}</output>
      </VisuallyHidden>
      {state.isListOpen && (
        <KeyList
          isOn={state.isOn}
          onSwitch={onSwitch}
          onList={state.onList}
          list={keyListOf(screen, (action, key) => DOES[action](around, key) !== undefined)}
        />
      )}
    </>
  );
}
