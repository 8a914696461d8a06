import { colourOf, hueDistance, luminance, mixColours, oklab, type Colour } from './colour.ts';
import { minDistance } from './colourVision.ts';
import { breaches, CONTRAST_RULES, type Breach } from './contrastRules.ts';
import { colourTokens, DARK, type ColourTokens } from './tokenSheet.ts';
import { themeTexts } from './theme.messages.ts';

/**
 * Holds our tokens made from an EHR's colours for the scheme that they fit, or the reason why none is taken.
 */
export type EhrColours =
  | { readonly scheme: 'light' | 'dark'; readonly tokens: ColourTokens }
  | { readonly reason: string };

/** SMART App Launch 2.2 has these names for paper, ink and accent. */
const STYLE_NAMES = {
  '--paper': 'color_background',
  '--ink': 'color_text',
  '--accent': 'color_highlight',
} as const;

/**
 * Each of these is mixed between paper and ink as far as in our own scheme. Surfaces come first, because
 * marks stand on them.
 */
const SURFACES = ['--panel', '--panel-strong', '--chart-band', '--chart-spread', '--lane', '--accent-weak'];
const MARKS = [
  '--ink-2',
  '--ink-3',
  '--control-edge',
  '--rule',
  '--rule-strong',
  '--lane-ink',
  '--chart-point',
  '--chart-line',
  '--chart-band-edge',
  '--chart-event',
  '--chart-axis',
  '--chart-grid',
];

/**
 * Paper may only be tinted, because coloured paper would change what a colour on it means. White has 0, our
 * notice 0.05.
 */
const MAX_TINT = 0.03;
/** A notice has to stand out from the paper. Ours are 0.05 away from white. */
const MIN_NOTICE_DISTANCE = 0.025;
/** A colour this far away is told from orange and red. A grey is 0.13 away from our orange in hue. */
const MIN_HUE_DISTANCE = 0.1;
/** The same holds with one kind of cone missing. Our own accent and ink are at least 0.14 away. */
const MIN_DISTANCE = 0.1;

/**
 * Takes all colours that were sent, or none. They are taken only if every contrast rule still holds with our
 * own flag, critical and notice colours, which no EHR changes. A background has to be among them, because the
 * others are made for it.
 */
export function ehrColours(sent: (name: string) => unknown, ownCss: string): EhrColours {
  const given = new Map<string, Colour>();
  for (const [token, name] of Object.entries(STYLE_NAMES)) {
    const value = sent(name) ?? '';
    // The specification's own example has "" for "none".
    if (value === '') continue;
    const colour = typeof value === 'string' ? colourOf(value.trim()) : undefined;
    if (colour === undefined) return { reason: themeTexts('notAColour', { name }) };
    given.set(token, colour);
  }
  const paper = given.get('--paper');
  if (paper === undefined) return { reason: themeTexts(given.size === 0 ? 'noneSent' : 'noBackground') };
  const scheme = luminance(paper) > 0.18 ? 'light' : 'dark';
  const tokens = withMixedNeutrals(given, colourTokens(ownCss, scheme === 'dark' ? [DARK] : []));
  const why = refusalOf(tokens);
  return why === undefined ? { scheme, tokens } : { reason: why };
}

function refusalOf(tokens: ColourTokens): string | undefined {
  const [worst] = breaches(tokens).toSorted(
    (a, b) => ownColourCount(a) - ownColourCount(b) || a.ratio / a.minRatio - b.ratio / b.minRatio,
  );
  if (worst !== undefined) return breachText(worst);
  return hueRefusal(tokens) ?? paperRefusal(tokens);
}

/** Only a state may look like one, whatever cones the reader has. */
function hueRefusal(tokens: ColourTokens): string | undefined {
  for (const token of ['--accent', '--ink'])
    for (const state of ['--critical', '--flag']) {
      const [one, other] = [tokens.get(token), tokens.get(state)];
      const isApart =
        one !== undefined &&
        other !== undefined &&
        hueDistance(one, other) >= MIN_HUE_DISTANCE &&
        minDistance(one, other) >= MIN_DISTANCE;
      if (!isApart) return themeTexts('tooCloseToStates', { name: nameOf(token) });
    }
  return undefined;
}

function paperRefusal(tokens: ColourTokens): string | undefined {
  const [paper, ...notices] = ['--paper', '--critical-weak', '--notice-weak'].map((name) =>
    oklab(tokens.get(name) ?? [0, 0, 0]),
  );
  const [lightness = 0, red = 0, yellow = 0] = paper ?? [];
  if (Math.hypot(red, yellow) > MAX_TINT) return themeTexts('tooTinted');
  return notices.some(
    (notice) => Math.hypot(notice[0] - lightness, notice[1] - red, notice[2] - yellow) < MIN_NOTICE_DISTANCE,
  )
    ? themeTexts('tooCloseToNotice')
    : undefined;
}

/** Colours that were sent come first among broken rules, because somebody can change those. */
const ownColourCount = ({ foreground, background }: Breach): number =>
  [foreground, background].filter((token) => !Object.hasOwn(STYLE_NAMES, token)).length;

const nameOf = (token: string): string =>
  Object.entries(STYLE_NAMES).find(([own]) => own === token)?.[1] ??
  themeTexts('ownColour', { name: token.slice(2) });

const breachText = ({ foreground, background, minRatio, ratio }: Breach): string =>
  themeTexts('tooLittleContrast', {
    foreground: nameOf(foreground),
    background: nameOf(background),
    ratio: (Math.floor(ratio * 10) / 10).toFixed(1),
    minRatio: String(minRatio),
  });

/**
 * Returns our own tokens with the given ones, and every neutral colour mixed anew between the new paper and
 * the new ink.
 */
function withMixedNeutrals(given: ReadonlyMap<string, Colour>, own: ColourTokens): ColourTokens {
  const tokens = new Map([...own, ...given]);
  const place = (name: string, shares: (ownShare: number) => readonly number[]): void => {
    const far = name === '--accent-weak' ? '--accent' : '--ink';
    const [paper, end, colour] = ['--paper', far, name].map((token) => own.get(token));
    const [newPaper, newEnd] = ['--paper', far].map((token) => tokens.get(token));
    if (!paper || !end || !colour || !newPaper || !newEnd) return;
    // The first share that keeps the rules is taken, or else the last, and the rules say what is wrong.
    for (const share of shares(shareOf(colour, paper, end))) {
      tokens.set(name, mixColours(newPaper, newEnd, share));
      if (keepsContrastRules(tokens, name)) return;
    }
  };
  if (given.has('--paper')) tokens.set('--on-accent', given.get('--paper') ?? [0, 0, 0]);
  for (const name of SURFACES) place(name, weakerShares);
  for (const name of MARKS) place(name, strongerShares);
  return tokens;
}

const weakerShares = (share: number): readonly number[] =>
  [1, 0.8, 0.6, 0.4, 0.2].map((part) => part * share);
const strongerShares = (share: number): readonly number[] =>
  Array.from({ length: 51 }, (_, i) => share + ((1 - share) * i) / 50);

/** Returns how far a colour lies on the way from paper to ink. */
function shareOf(colour: Colour, paper: Colour, ink: Colour): number {
  const sum = ([red, green, blue]: Colour): number => red + green + blue;
  return (sum(colour) - sum(paper)) / (sum(ink) - sum(paper));
}

/** A surface is judged by what it cannot change, a mark by everything that it stands on. */
const FIXED_TOKENS = ['--ink', '--accent', '--flag', '--critical'];
function keepsContrastRules(tokens: ColourTokens, name: string): boolean {
  const rules = CONTRAST_RULES.filter(
    ({ foregrounds, backgrounds }) => foregrounds.includes(name) || backgrounds.includes(name),
  );
  return breaches(tokens, rules).every(
    ({ foreground, background }) =>
      foreground !== name && !(background === name && FIXED_TOKENS.includes(foreground)),
  );
}
