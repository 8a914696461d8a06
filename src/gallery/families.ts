import type { Family } from './family.ts';
import { symbols } from './symbols.tsx';
import { tiles } from './tiles.tsx';
import { tokens } from './tokens.tsx';

/** From the smallest part to the whole screen. */
export const families: readonly Family[] = [tokens, symbols, tiles];
