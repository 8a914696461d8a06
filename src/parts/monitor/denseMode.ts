import { replaceFragment, useInFragment, withParameter } from '../navigation/urlFragment.ts';

const NAME = 'dense';
const OFF = 'off';

/**
 * Reads and toggles the drawing of every result (rule 8). Like all view state, the choice is in the address.
 */
export function useDenseMode(): readonly [isOn: boolean, turn: () => void] {
  const isOn = useInFragment((fragment) => new URLSearchParams(fragment.slice(1)).get(NAME) !== OFF);
  return [isOn, () => replaceFragment(withParameter(location.hash, NAME, isOn ? OFF : ''))];
}
