import type { ReactNode } from 'react';

/** One component in one state. */
export type State = {
  /** "critical": what its section and its frame are found by, one of its kind in the family. */
  readonly name: string;
  readonly caption: string;
  readonly draw: () => ReactNode;
  /** Takes a whole page: it stands in a frame of this height, in a narrow window of that one, with a document of its own. */
  readonly framePx?: readonly [wide: number, narrow: number];
  /** What stands behind the address of its frame: screens of a record are chosen by it. */
  readonly fragment?: string;
  /** Has a `main` and a first heading of its own. */
  readonly isScreen?: boolean;
};

/** Components that belong together: one page of the gallery, and one picture in the tests. */
export type Family = {
  readonly name: string;
  readonly title: string;
  /** How wide a state is at least, where the page has the room. */
  readonly minWidthPx: number;
  readonly states: readonly State[];
};
