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

/** Links to the screens of one record, in the patient's line of each of them. */
export const ScreenTabs = ({ current }: { readonly current?: TabName | undefined }) => (
  <nav className={styles.tabs} aria-label={headerTexts('screens')}>
    {SCREENS.map(({ name, text, href }) => (
      <a key={name} href={href} data-name={text} aria-current={name === current ? 'page' : undefined}>
        {text}
      </a>
    ))}
  </nav>
);
