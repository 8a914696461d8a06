import { whatChanged } from './whatChanged.tsx';
import { charts } from './charts.tsx';
import { controls } from './controls.tsx';
import { dialogs } from './dialogs.tsx';
import type { Family } from './family.ts';
import { inspector } from './inspector.tsx';
import { lanes } from './lanes.tsx';
import { lists } from './lists.tsx';
import { myResults } from './myResults.tsx';
import { myResultsElsewhere } from './myResultsElsewhere.tsx';
import { notices } from './notices.tsx';
import { patients } from './patients.tsx';
import { recordScreens } from './recordScreens.tsx';
import { screens } from './screens.tsx';
import { stripFamily } from './strips.tsx';
import { symbols } from './symbols.tsx';
import { tiles } from './tiles.tsx';
import { tokens } from './tokens.tsx';

/** The families go from the smallest part to the whole screen. */
export const families: readonly Family[] = [
  tokens,
  symbols,
  controls,
  tiles,
  stripFamily,
  charts,
  lanes,
  whatChanged,
  lists,
  patients,
  notices,
  dialogs,
  screens,
  recordScreens,
  myResults,
  myResultsElsewhere,
  inspector,
];
