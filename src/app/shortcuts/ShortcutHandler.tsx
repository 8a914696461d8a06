import { useEffect, useRef, useState } from 'react';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { writePreference } from '../../ui/preferences.ts';
import { SHORTCUT_ACTIONS, type ShortcutContext } from './shortcutActions.ts';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { shortcutsOn, shortcutRows } from './shortcutTable.ts';
import { windowText } from '../../parts/timeWindow/timeWindowText.ts';
import type { SingleKeysState } from '../../ui/keyboard/singleKeyShortcuts.ts';
import { useShortcuts } from '../../ui/keyboard/useShortcuts.ts';
import { useMenuEscape } from '../../ui/keyboard/useMenuEscape.ts';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import type { Screen } from '../../parts/navigation/urlFragment.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useRecord, useSite } from '../../parts/openRecord/openRecordContexts.ts';
import { useUnits } from '../../parts/results/useChosenUnits.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';

type ShortcutHandlerProps = {
  readonly state: Required<SingleKeysState>;
  readonly screen: Screen['name'];
};

/** Announces what a shortcut did to the window. A sighted reader sees it beside the buttons. */
function useAnnouncement({ visible }: ViewWindow, timeZone: string) {
  const [announcement, setAnnouncement] = useState('');
  const isMoving = useRef(false);
  const text = visible ? windowText(visible, timeZone) : '';
  useEffect(() => {
    if (isMoving.current) setAnnouncement(text);
    isMoving.current = false;
  }, [text]);
  const announce = (other: string): void => {
    isMoving.current = false;
    setAnnouncement(other);
  };
  const announceMove = (): void => void (isMoving.current = true);
  return { announcement, announce, announceMove };
}

/** Opens the search of this screen, as a press on its field does. */
function openSearch(): void {
  const field = document.querySelector<HTMLElement>('[data-search]');
  field?.focus({ preventScroll: true });
  field?.click();
}

const NO_SERIES: ShortcutContext['series'] = [];

/** Binds the keys that mean the same on every screen, and shows the list of all shortcuts. */
export function ShortcutHandler({ state, screen }: ShortcutHandlerProps) {
  const { id: siteId, concentrations } = useSite();
  const { series = NO_SERIES } = useRecord().record ?? {};
  const view = useViewWindow();
  const units = useUnits();
  const { announcement, announce, announceMove } = useAnnouncement(view, useTimeZone());
  useMenuEscape();
  const onSwitch = (isOn: boolean): void => {
    writePreference(siteId, 'keys', isOn ? '' : 'off');
    state.onSwitch(isOn);
  };
  const context: ShortcutContext = {
    screen,
    siteId,
    series,
    view,
    units,
    concentrations,
    onHelp: state.onHelp,
    onSearch: openSearch,
    announce,
    announceMove,
  };
  const bindings = shortcutsOn(screen).flatMap(({ action, keys }) =>
    keys.map((key) => {
      const act = () => {
        const run = SHORTCUT_ACTIONS[action](context, key);
        run?.();
        return run !== undefined;
      };
      return [key, act] as const;
    }),
  );
  useShortcuts(Object.fromEntries(bindings));
  return (
    <>
      <VisuallyHidden>
        <output>{announcement}</output>
      </VisuallyHidden>
      {state.isHelpOpen && (
        <ShortcutHelp
          isOn={state.isOn}
          onSwitch={onSwitch}
          onHelp={state.onHelp}
          shortcuts={shortcutRows(
            screen,
            (action, key) => SHORTCUT_ACTIONS[action](context, key) !== undefined,
          )}
        />
      )}
    </>
  );
}
