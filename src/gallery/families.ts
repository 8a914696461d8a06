import { charts } from './charts.tsx';
import type { Family } from './family.ts';
import { lanes } from './lanes.tsx';
import { patients } from './patients.tsx';
import { strips } from './strips.tsx';
import { symbols } from './symbols.tsx';
import { tiles } from './tiles.tsx';
import { tokens } from './tokens.tsx';

/** From the smallest part to the whole screen. */
export const families: readonly Family[] = [tokens, symbols, tiles, strips, charts, lanes, patients];
