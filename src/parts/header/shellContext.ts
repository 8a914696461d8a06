import type { ReactNode } from 'react';
import { createStrictContext } from '../../ui/strictContext.ts';

/** Every screen of a record shows these parts of the shell in its own place. */
export type Shell = {
  /** In a chart this reads "Opened at 14:05; does not follow the chart". Elsewhere it is undefined. */
  readonly openedText: string | undefined;
  readonly menu: ReactNode;
  readonly exportMenu: ReactNode;
  readonly sessionNotices: ReactNode;
  /** This is the row of buttons and texts of the time window. */
  readonly windowControl: ReactNode;
  /** A search that began on another screen continues with this text on the overview. Without one it is ''. */
  readonly pendingQuery: string;
  /** The overview calls this when it has taken the pending text. */
  readonly onPendingQueryUsed: () => void;
  /** Leads to the overview with the first letter that is typed. */
  readonly onSearchFromOtherScreen: (query: string) => void;
};

export const [ShellProvider, useShell] = createStrictContext<Shell>('shell');
