import { contrast } from './colour.ts';
import type { ColourTokens } from './tokenSheet.ts';

/** What stands on what, and how much it has to stand out at least. */
type ContrastRule = {
  readonly foregrounds: readonly string[];
  readonly backgrounds: readonly string[];
  readonly minRatio: number;
};

/** WCAG 2.2, 1.4.3: our text is small everywhere. */
const TEXT = 4.5;
/** WCAG 2.2, 1.4.11: what one has to see in order to read a chart, to find a control and where the focus is. */
const MARK = 3;

/** Where results and controls stand: the page, a row under the pointer, the chosen row. */
const SURFACES = ['--paper', '--panel', '--accent-weak'];

/** What the colour table of the design promises for both schemes. */
export const CONTRAST_RULES: readonly ContrastRule[] = [
  {
    foregrounds: ['--ink', '--ink-2', '--ink-3'],
    backgrounds: [...SURFACES, '--panel-strong'],
    minRatio: TEXT,
  },
  { foregrounds: ['--accent', '--flag', '--critical'], backgrounds: SURFACES, minRatio: TEXT },
  { foregrounds: ['--on-accent'], backgrounds: ['--accent', '--critical'], minRatio: TEXT },
  { foregrounds: ['--notice-ink'], backgrounds: ['--notice-weak'], minRatio: TEXT },
  { foregrounds: ['--critical'], backgrounds: ['--critical-weak'], minRatio: TEXT },
  { foregrounds: ['--lane-ink'], backgrounds: ['--lane', '--paper'], minRatio: TEXT },
  {
    foregrounds: ['--chart-point', '--chart-line', '--chart-band-edge', '--flag', '--critical', '--accent'],
    backgrounds: ['--paper', '--chart-band'],
    minRatio: MARK,
  },
  {
    foregrounds: ['--chart-point', '--flag', '--critical'],
    backgrounds: ['--chart-spread', '--panel', '--accent-weak'],
    minRatio: MARK,
  },
  { foregrounds: ['--chart-event'], backgrounds: ['--paper', '--lane', '--chart-band'], minRatio: MARK },
  { foregrounds: ['--control-edge'], backgrounds: ['--paper', '--panel'], minRatio: MARK },
  // The focus ring.
  {
    foregrounds: ['--accent'],
    backgrounds: ['--panel-strong', '--notice-weak', '--critical-weak'],
    minRatio: MARK,
  },
];

export type Breach = {
  readonly foreground: string;
  readonly background: string;
  readonly minRatio: number;
  readonly ratio: number;
};

/** The rules that these colours break; a colour that is missing breaks its rules too. */
export const breaches = (tokens: ColourTokens, rules = CONTRAST_RULES): readonly Breach[] =>
  rules.flatMap(({ foregrounds, backgrounds, minRatio }) =>
    foregrounds.flatMap((foreground) =>
      backgrounds.flatMap((background) => {
        const [one, other] = [tokens.get(foreground), tokens.get(background)];
        const ratio = one === undefined || other === undefined ? 0 : contrast(one, other);
        return ratio >= minRatio ? [] : [{ foreground, background, minRatio, ratio }];
      }),
    ),
  );
