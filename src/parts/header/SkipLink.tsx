import { headerTexts } from './header.messages.ts';
import styles from './ScreenTabs.module.css';

const RESULTS = ['main [data-tiles] a[data-series]:not([tabindex="-1"])', 'main'];

/** Leads to the tile that is in the tab order or, where a screen has none, to what stands under the header. */
function skip(): void {
  const target = RESULTS.map((one) => document.querySelector<HTMLElement>(one)).find((one) => one !== null);
  if (target?.matches('main')) target.tabIndex = -1;
  target?.focus();
}

/** Draws the first stop of the tab key. It shows while it has the focus. The address names the screen, so it is no link. */
export const SkipLink = () => (
  <button type="button" className={styles.skip} onClick={skip}>
    {headerTexts('skipToResults')}
  </button>
);
