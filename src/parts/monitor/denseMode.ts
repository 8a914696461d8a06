import { replaceFragment, useFragment, withParameter } from '../navigation/urlFragment.ts';

const NAME = 'dense';
const OFF = 'off';

/** Rule 8: the dense drawing is one press from every reading; the choice stands in the address as all view state does. */
export function useDenseMode(): readonly [isOn: boolean, turn: () => void] {
  const isOn = new URLSearchParams(useFragment().slice(1)).get(NAME) !== OFF;
  return [isOn, () => replaceFragment(withParameter(location.hash, NAME, isOn ? OFF : ''))];
}
