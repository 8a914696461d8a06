import { headerTexts } from './header.messages.ts';
import styles from './ScreenTabs.module.css';

/** Draws the way back from a screen without a tab. Escape leads there too (useEscapeToOverview). */
export const BackToOverview = () => (
  // oxlint-disable-next-line jsx-a11y/anchor-is-valid -- the empty fragment is the overview
  <a className={styles.back} href="#" aria-keyshortcuts="Escape">
    {headerTexts('backToOverview')}
  </a>
);
