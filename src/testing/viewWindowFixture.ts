import type { ViewWindow } from '../parts/timeWindow/useTimeWindow.ts';

/** The window of a reader who looks at everything. */
export const wholeView: ViewWindow = {
  whole: undefined,
  shown: undefined,
  choice: 'all',
  isChosen: false,
  visit: '',
  isStay: false,
  onChoose() {},
};
