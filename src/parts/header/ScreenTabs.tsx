import { COMPARE, RESULTS, TIMELINE } from '../navigation/urlFragment.ts';
import { headerTexts } from './header.messages.ts';
import styles from './ScreenTabs.module.css';

const SCREENS = [
  { name: 'Overview', text: headerTexts('overview'), href: '#' },
  { name: 'Compare', text: headerTexts('compare'), href: COMPARE },
  { name: 'Results', text: headerTexts('results'), href: RESULTS },
  { name: 'Timeline', text: headerTexts('timeline'), href: TIMELINE },
] as const;

type TabName = (typeof SCREENS)[number]['name'];

type ScreenTabsProps = {
  readonly current?: TabName | undefined;
  /** A screen without a tab of its own, such as that of one result, lies behind this one. */
  readonly within?: TabName | undefined;
};

/** Links to the screens of one record, in the patient's line of each of them. */
export const ScreenTabs = ({ current, within }: ScreenTabsProps) => (
  <nav className={styles.tabs} aria-label={headerTexts('screens')}>
    {SCREENS.map(({ name, text, href }) => (
      <a
        key={name}
        href={href}
        data-name={text}
        aria-current={name === current ? 'page' : name === within ? 'true' : undefined}
      >
        {text}
      </a>
    ))}
  </nav>
);
