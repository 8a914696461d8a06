import { createContext, useContext, useMemo, useState } from 'react';
import { readPreference } from '../preferences.ts';
import { keyboardTexts } from './keyboard.messages.ts';

/** Says whether a key does something by itself, and whether the list of all keys is open. */
export type SingleKeysState = {
  /**
   * A reader who speaks to the computer, or slips, can switch off every key that is a letter, digit or sign
   * (WCAG 2.1.4).
   */
  readonly isOn: boolean;
  readonly onSwitch?: (isOn: boolean) => void;
  readonly isHelpOpen?: boolean;
  readonly onHelp?: (isOpen: boolean) => void;
};

export const SingleKeys = createContext<SingleKeysState>({ isOn: true });

/** The choice is remembered for the site in this browser. The shortcut handler writes it. */
export function useSingleKeys(siteId: string): Required<SingleKeysState> {
  const [isOn, onSwitch] = useState(() => readPreference(siteId, 'keys') !== 'off');
  const [isHelpOpen, onHelp] = useState(false);
  return useMemo(() => ({ isOn, onSwitch, isHelpOpen, onHelp }), [isOn, isHelpOpen]);
}

/** Returns the key that a control may name, and undefined while the key does nothing. */
export const useShortcut = <Key extends string | undefined>(key: Key): Key | undefined =>
  useContext(SingleKeys).isOn ? key : undefined;

/** Returns what the tooltip of a control says: its name and its key. While the key does nothing, there is none to say. */
export function useKeyTooltip(name: string, key: string): string | undefined {
  const { isOn } = useContext(SingleKeys);
  return isOn ? keyboardTexts('nameAndKey', { name, key }) : undefined;
}
