import sheet from '../ui/theme/tokens.css?raw';
import { colourTokens } from '../ui/theme/tokenSheet.ts';
import type { Family, State } from './family.ts';
import styles from './Gallery.module.css';

/** The names are read from the style sheet, so that a new token appears here by itself. */
const COLOURS = [...colourTokens(sheet, []).keys()];
const SIZES = ['--text-1', '--text-2', '--text-3', '--text-4', '--text-5', '--text-6'];

const colours: State = {
  name: 'colours',
  caption: 'Colours, each by its job',
  draw: () => (
    <div className={styles.row}>
      {COLOURS.map((name) => (
        <div key={name} className={styles.named}>
          <div className={styles.swatch} style={{ background: `var(${name})` }} />
          {name}
        </div>
      ))}
    </div>
  ),
};

const type: State = {
  name: 'type',
  caption: 'Type: six sizes, two weights, numbers of one width',
  draw: () =>
    SIZES.map((size) => (
      <p key={size} style={{ fontSize: `var(${size})`, lineHeight: 1.4 }}>
        {size.slice(2)} Potassium <b>5.8</b> mmol/L 1,111.0 “&lt;30”
      </p>
    )),
};

export const tokens: Family = { name: 'tokens', title: 'Tokens', minWidthPx: 480, states: [colours, type] };
