import { COMPARE, RESULTS, TIMELINE } from '../navigation/urlFragment.ts';
import styles from './ScreenTabs.module.css';

const SCREENS = [
  ['Overview', '#'],
  ['Compare', COMPARE],
  ['Results', RESULTS],
  ['Timeline', TIMELINE],
] as const;

type TabName = (typeof SCREENS)[number][0];

/** Links to the screens of one record, in the patient's line of each of them. */
export const ScreenTabs = ({ current }: { readonly current?: TabName | undefined }) => (
  <nav className={styles.tabs} aria-label="Screens">
    {SCREENS.map(([name, href]) => (
      <a key={name} href={href} data-name={name} aria-current={name === current ? 'page' : undefined}>
        {name}
      </a>
    ))}
  </nav>
);
