import { memo, useContext } from 'react';
import { SingleKeys } from '../../ui/keyboard/singleKeyShortcuts.ts';
import { COMPARE_FRAGMENT, GRID_FRAGMENT, TIMELINE_FRAGMENT } from '../navigation/urlFragment.ts';
import { headerTexts } from './header.messages.ts';
import styles from './ScreenTabs.module.css';

const SCREENS = [
  { name: 'Overview', text: headerTexts('overview'), href: '#', keys: ['g', 'o'] },
  { name: 'Compare', text: headerTexts('compare'), href: COMPARE_FRAGMENT, keys: ['g', 't'] },
  { name: 'Results', text: headerTexts('results'), href: GRID_FRAGMENT, keys: ['g', 'r'] },
  { name: 'Timeline', text: headerTexts('timeline'), href: TIMELINE_FRAGMENT, keys: ['g', 'm'] },
] as const;

type TabName = (typeof SCREENS)[number]['name'];

type ScreenTabsProps = {
  readonly current?: TabName | undefined;
  /** A screen without a tab of its own, such as that of one result, lies behind this one. */
  readonly within?: TabName | undefined;
};

/** Links to the screens of one record, in the patient's line of each of them. */
export const ScreenTabs = memo(function ScreenTabs({ current, within }: ScreenTabsProps) {
  const { isOn } = useContext(SingleKeys);
  return (
    <nav className={styles.tabs} aria-label={headerTexts('screens')}>
      {SCREENS.map(({ name, text, href, keys: [first, second] }) => (
        <a
          key={name}
          href={href}
          data-name={text}
          data-tooltip={isOn ? headerTexts('screenAndKeys', { screen: text, first, second }) : undefined}
          aria-current={name === current ? 'page' : name === within ? 'true' : undefined}
        >
          {text}
        </a>
      ))}
    </nav>
  );
});
