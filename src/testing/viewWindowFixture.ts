import type { ViewWindow } from '../parts/timeWindow/useTimeWindow.ts';

/** The window of a reader who looks at everything. */
export const viewOfAll: ViewWindow = {
  whole: undefined,
  visible: undefined,
  choice: 'all',
  isChosen: false,
  encounterChoice: '',
  isStay: false,
  onChoose() {},
};
