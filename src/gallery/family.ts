import type { ReactNode } from 'react';

/** A state is one component as it looks in one situation. */
export type State = {
  /** A name such as "critical", unique in its family, finds the section and the frame. */
  readonly name: string;
  readonly caption: string;
  readonly draw: () => ReactNode;
  /** A state with this size takes a whole page: it stands in a frame of its own, in two widths. */
  readonly framePx?: readonly [wide: number, narrow: number];
  /** This fragment of the frame's address chooses a screen of a record. */
  readonly fragment?: string;
  /** A screen has a `main` and a first heading of its own. */
  readonly isScreen?: boolean;
};

/** A family is components that belong together: one page of the gallery, and one picture in the tests. */
export type Family = {
  readonly name: string;
  readonly title: string;
  /** A state is at least this wide, where the page has the room. */
  readonly minWidthPx: number;
  readonly states: readonly State[];
};
