import type { DoseStep } from '../../clinical/events/careEvent.ts';
import type { TimelineEntry } from '../../parts/events/timelineEntries.ts';
import type { DrawnEntry } from '../../parts/results/tileLayout.ts';

/** The groups of the list stand in this order where their best lines match equally well. */
export const JUMP_KINDS = ['test', 'panel', 'drug', 'event', 'screen', 'action'] as const;
export type JumpKind = (typeof JUMP_KINDS)[number];

/** These words find a line. All are in the form of `comparable`. */
type SearchWords = {
  /** A query that is one of these comes first: short names, ids, codes. */
  readonly exact: readonly string[];
  /** A query is compared with the beginnings of these, of their words, and then with what is inside them. */
  readonly names: readonly string[];
};

type Line = SearchWords & { readonly key: string; readonly name: string };

export type TestTarget = Line & {
  readonly kind: 'test';
  readonly entry: DrawnEntry;
  readonly qualifier: string | undefined;
  /** This is the unit that was typed behind the name, to show the test in. Without one it stays as it is. */
  readonly unit?: { readonly choiceId: string; readonly id: string; readonly text: string };
};

export type PanelTarget = Line & {
  readonly kind: 'panel';
  readonly testCount: number;
  /** A group has a heading on the overview. A panel opens all of its tests at this address. */
  readonly opens:
    | { readonly heading: string }
    | { readonly fragment: string; readonly screen: 'compare' | 'results' };
};

export type DrugTarget = Line & {
  readonly kind: 'drug';
  /** This is the newest step that says a dose, or else the newest. */
  readonly step: DoseStep;
};
export type EventTarget = Line & { readonly kind: 'event'; readonly event: TimelineEntry };
export type ScreenTarget = Line & { readonly kind: 'screen'; readonly fragment: string };

export type ActionTarget = Line & {
  readonly kind: 'action';
  readonly shortcut?: string | undefined;
  readonly run: () => void;
  /** It opens something that the reader goes on with. */
  readonly movesFocus?: boolean;
};

export type JumpTarget = TestTarget | PanelTarget | DrugTarget | EventTarget | ScreenTarget | ActionTarget;
