/** This file makes the lines of the list that lead to a screen or do something. */
import { useContext } from 'react';
import { useActions, useRecord, useSession, useSite } from '../../parts/openRecord/openRecordContexts.ts';
import {
  ACCOUNT_FRAGMENT,
  COMPARE_FRAGMENT,
  INSPECTOR_FRAGMENT,
  PRINT_FRAGMENT,
  GRID_FRAGMENT,
  screenIn,
  TIMELINE_FRAGMENT,
} from '../../parts/navigation/urlFragment.ts';
import { useUnits } from '../../parts/results/useChosenUnits.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import { choicesOfSystem, UNIT_SYSTEMS, type UnitSystem } from '../../clinical/unitChoice/unitSystem.ts';
import { SingleKeys } from '../../ui/keyboard/singleKeyShortcuts.ts';
import { chooseColourScheme, colourScheme } from '../../ui/theme/colourScheme.ts';
import { jumpTexts } from './jump.messages.ts';
import { comparable } from '../../parts/results/search/searchText.ts';
import type { ActionTarget, ScreenTarget } from './jumpTarget.ts';

const wordsFor = (name: string, more: string) => ({
  name,
  exact: [comparable(name)],
  names: [comparable(name), ...comparable(more).split(' ')],
});

const screenTarget = (fragment: string, name: string, more: string): ScreenTarget => ({
  kind: 'screen',
  key: `screen ${fragment}`,
  fragment,
  ...wordsFor(name, more),
});

/** Returns the screens of a record. The page for print is opened by an action. */
export const screenTargets = (): readonly ScreenTarget[] => [
  screenTarget('', jumpTexts('overview'), jumpTexts('findOverview')),
  screenTarget(COMPARE_FRAGMENT, jumpTexts('compare'), jumpTexts('findCompare')),
  screenTarget(GRID_FRAGMENT, jumpTexts('results'), jumpTexts('findResults')),
  screenTarget(TIMELINE_FRAGMENT, jumpTexts('timeline'), jumpTexts('findTimeline')),
  screenTarget(`${ACCOUNT_FRAGMENT}=`, jumpTexts('account'), jumpTexts('findAccount')),
  screenTarget(INSPECTOR_FRAGMENT, jumpTexts('inspector'), jumpTexts('findInspector')),
];

const UNIT_TEXTS = { reported: 'reportedUnits', si: 'siUnits', conventional: 'conventionalUnits' } as const;

type ActionOptions = {
  readonly shortcut?: string;
  readonly isThere?: boolean;
  readonly movesFocus?: boolean;
};

function actionTarget(
  key: string,
  [name, more]: readonly [string, string],
  run: () => void,
  { shortcut, isThere = true, movesFocus = false }: ActionOptions = {},
): readonly ActionTarget[] {
  const target: ActionTarget = {
    kind: 'action',
    key: `action ${key}`,
    run,
    shortcut,
    movesFocus,
    ...wordsFor(name, more),
  };
  return isThere ? [target] : [];
}

const isOnPrintPage = (): boolean => screenIn(location.hash).name === 'print';

function printPage(): void {
  if (isOnPrintPage()) globalThis.print();
  else location.hash = PRINT_FRAGMENT;
}

const copyButton = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-take-along]');
const symbolsButton = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-symbols]');

function pressAndFocus(button: HTMLElement | null): void {
  button?.focus();
  button?.click();
}

/** Returns what can be done now. An action that has nothing to act on is not offered. */
export function useActionTargets(): readonly ActionTarget[] {
  const { record } = useRecord();
  const { refresh } = useSession();
  const { exportCsv } = useActions();
  const { concentrations } = useSite();
  const { onChooseAll } = useUnits();
  const { whole, choice, isChosen, onChoose } = useViewWindow();
  const { onHelp } = useContext(SingleKeys);
  const isRead = record?.ended === true && record.refresh?.state !== 'reading';
  const otherScheme = colourScheme() === 'dark' ? 'light' : 'dark';
  const unitAction = (system: UnitSystem) =>
    actionTarget(`units ${system}`, [jumpTexts(UNIT_TEXTS[system]), jumpTexts('findUnits')], () =>
      onChooseAll(choicesOfSystem(system, concentrations)),
    );
  return [
    ...actionTarget('print', [jumpTexts('printAction'), jumpTexts('findPrint')], printPage, {
      shortcut: 'p',
      movesFocus: true,
    }),
    ...actionTarget(
      'copy',
      [jumpTexts('copyToNote'), jumpTexts('findCopy')],
      () => pressAndFocus(copyButton()),
      { shortcut: 'c', movesFocus: true, isThere: copyButton() !== null },
    ),
    ...actionTarget(
      'symbols',
      [jumpTexts('symbols'), jumpTexts('findSymbols')],
      () => pressAndFocus(symbolsButton()),
      { shortcut: 'l', movesFocus: true, isThere: symbolsButton() !== null },
    ),
    ...actionTarget('csv', [jumpTexts('csv'), jumpTexts('findCsv')], exportCsv, {
      isThere: record !== undefined,
    }),
    ...actionTarget('refresh', [jumpTexts('refresh'), jumpTexts('findRefresh')], refresh, {
      isThere: isRead,
    }),
    ...actionTarget('all', [jumpTexts('allTime'), jumpTexts('findAllTime')], () => onChoose('all'), {
      shortcut: 'w',
      isThere: whole !== undefined && choice !== 'all',
    }),
    ...actionTarget(
      'openingWindow',
      [jumpTexts('openingWindow'), jumpTexts('findOpeningWindow')],
      () => onChoose(''),
      { shortcut: '0', isThere: isChosen },
    ),
    ...UNIT_SYSTEMS.flatMap(unitAction),
    ...actionTarget('colours', [jumpTexts(otherScheme), jumpTexts('findColours')], () =>
      chooseColourScheme(otherScheme),
    ),
    ...actionTarget('shortcuts', [jumpTexts('shortcuts'), jumpTexts('findShortcuts')], () => onHelp?.(true), {
      shortcut: '?',
      isThere: onHelp !== undefined,
    }),
  ];
}
