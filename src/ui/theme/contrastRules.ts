import { contrast } from './colour.ts';
import type { ColourTokens } from './tokenSheet.ts';

/** A foreground has to reach a contrast ratio on each of its backgrounds. */
type ContrastRule = {
  readonly foregrounds: readonly string[];
  readonly backgrounds: readonly string[];
  readonly minRatio: number;
};

/** Our text is small everywhere (WCAG 2.2, 1.4.3). */
const TEXT = 4.5;
/**
 * A reader has to see these marks in order to read a chart, to find a control and to see the focus (WCAG 2.2,
 * 1.4.11).
 */
const MARK = 3;

/** Results and controls stand on these: the page, a row under the pointer and the chosen row. */
const SURFACES = ['--paper', '--panel', '--accent-weak'];

/** The colour table of the design promises these ratios for both schemes. */
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
  // This row is about the focus ring.
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

/** Returns the rules that these colours break. A missing colour breaks its rules too. */
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
