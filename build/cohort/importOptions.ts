import type { BackendToken } from './backendToken.ts';
import type { ExportWish } from './exportJob.ts';
import type { ProgressLine } from './progressLine.ts';
import type { Clock } from './waiting.ts';

export type ImportOptions = {
  readonly wish: ExportWish;
  readonly out: string;
  readonly token: BackendToken | undefined;
  /** The token may go to these origins too, where the manifest says that files there need it. */
  readonly fileOrigins: readonly string[];
  /** Drops what an earlier import left behind. */
  readonly isFresh: boolean;
  readonly longestWaitMs: number;
  readonly progress: ProgressLine;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
};
