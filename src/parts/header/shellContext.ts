import type { ComponentType, ReactNode } from 'react';
import { createStrictContext } from '../../ui/strictContext.ts';
import type { SearchListProps } from './searchList.ts';

/** Every screen of a record shows these parts of the shell in its own place. */
export type Shell = {
  /** In a chart this says when the view was opened, and whether it follows the chart. Elsewhere it is undefined. */
  readonly openedText: ReactNode;
  readonly menu: ReactNode;
  /** Says what the symbols on the screen mean. */
  readonly symbolsMenu: ReactNode;
  readonly exportMenu: ReactNode;
  readonly sessionNotices: ReactNode;
  /** This is the row of buttons and texts of the time window. */
  readonly windowControl: ReactNode;
  /** This list under the search field is loaded when it first opens. */
  readonly SearchList: ComponentType<SearchListProps>;
};

export const [ShellProvider, useShell] = createStrictContext<Shell>('shell');
