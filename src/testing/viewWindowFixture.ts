/** This file holds a view window for tests. */
import type { ViewWindow } from '../parts/timeWindow/useTimeWindow.ts';

/** This window shows the whole record. */
export const viewOfAll: ViewWindow = {
  whole: undefined,
  visible: undefined,
  choice: 'all',
  isChosen: false,
  encounterChoice: '',
  isStay: false,
  onChoose() {},
};
