import type { ReactNode } from 'react';
import { createStrictContext } from '../../ui/strictContext.ts';

/** The parts of the shell that every screen of a record shows in its own place. */
export type Shell = {
  /** "Opened at 14:05; does not follow the chart", in a chart; undefined elsewhere. */
  readonly openedText: string | undefined;
  readonly menu: ReactNode;
  readonly exportMenu: ReactNode;
  readonly sessionNotices: ReactNode;
  /** The buttons and words of the time window. */
  readonly windowControl: ReactNode;
  /** A search that began on another screen goes on with this text on the overview; '' for none. */
  readonly pendingQuery: string;
  /** The overview has taken the pending text over. */
  readonly onPendingQueryUsed: () => void;
  /** Leads to the overview with the first letter that is typed. */
  readonly onSearchFromOtherScreen: (query: string) => void;
};

export const [ShellProvider, useShell] = createStrictContext<Shell>('shell');
