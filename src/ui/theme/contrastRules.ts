import { contrast } from './colour.ts';
import type { ColourTokens } from './tokenSheet.ts';

/** What stands on what, and how much it has to stand out at least. */
type ContrastRule = {
  readonly of: readonly string[];
  readonly on: readonly string[];
  readonly least: number;
};

/** WCAG 2.2, 1.4.3: our text is small everywhere. */
const TEXT = 4.5;
/** WCAG 2.2, 1.4.11: what one has to see in order to read a chart, to find a control and where the focus is. */
const MARK = 3;

/** Where results and controls stand: the page, a row under the pointer, the chosen row. */
const SURFACES = ['--paper', '--panel', '--accent-weak'];

/** What the colour table of the design promises for both schemes. */
export const CONTRAST_RULES: readonly ContrastRule[] = [
  { of: ['--ink', '--ink-2', '--ink-3'], on: [...SURFACES, '--panel-strong'], least: TEXT },
  { of: ['--accent', '--flag', '--critical'], on: SURFACES, least: TEXT },
  { of: ['--on-accent'], on: ['--accent', '--critical'], least: TEXT },
  { of: ['--notice-ink'], on: ['--notice-weak'], least: TEXT },
  { of: ['--critical'], on: ['--critical-weak'], least: TEXT },
  { of: ['--lane-ink'], on: ['--lane', '--paper'], least: TEXT },
  {
    of: ['--chart-point', '--chart-line', '--chart-band-edge', '--flag', '--critical', '--accent'],
    on: ['--paper', '--chart-band'],
    least: MARK,
  },
  {
    of: ['--chart-point', '--flag', '--critical'],
    on: ['--chart-spread', '--panel', '--accent-weak'],
    least: MARK,
  },
  { of: ['--chart-event'], on: ['--paper', '--lane', '--chart-band'], least: MARK },
  { of: ['--control-edge'], on: ['--paper', '--panel'], least: MARK },
  // The focus ring.
  { of: ['--accent'], on: ['--panel-strong', '--notice-weak', '--critical-weak'], least: MARK },
];

export type Breach = {
  readonly of: string;
  readonly on: string;
  readonly least: number;
  readonly ratio: number;
};

/** The rules that these colours break; a colour that is missing breaks its rules too. */
export const breaches = (tokens: ColourTokens, rules = CONTRAST_RULES): readonly Breach[] =>
  rules.flatMap(({ of, on, least }) =>
    of.flatMap((mark) =>
      on.flatMap((surface) => {
        const [one, other] = [tokens.get(mark), tokens.get(surface)];
        const ratio = one === undefined || other === undefined ? 0 : contrast(one, other);
        return ratio >= least ? [] : [{ of: mark, on: surface, least, ratio }];
      }),
    ),
  );
