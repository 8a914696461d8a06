import type { Browser } from '@playwright/test';
import type { Row } from '../report/row.ts';
import type { Effort } from '../runs/interleaved.ts';
import type { BenchServers } from '../servers/benchServers.ts';

/** Every measure works with these. */
export type Bench = Effort & { readonly browser: Browser; readonly servers: BenchServers };

/** A measure opens the app, and its floor where there is one, as often as it takes, and returns rows of the table. */
export type Measure = (bench: Bench) => Promise<readonly Row[]>;
