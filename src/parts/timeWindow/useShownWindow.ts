import { useDeferredValue } from 'react';
import { useRecord } from '../openRecord/openRecordContexts.ts';
import { useViewWindow } from './viewWindowContext.ts';
import type { ViewWindow } from './useTimeWindow.ts';

/**
 * Returns the window in which curves are drawn. A press on the buttons of the window is answered at once, and the curves follow a
 * moment later, all together, so that a slow machine takes the next press meanwhile. A record that grows is drawn at once.
 */
export function useShownWindow(): ViewWindow {
  const view = useViewWindow();
  const { record } = useRecord();
  const laterView = useDeferredValue(view);
  const isRecordDrawn = useDeferredValue(record) === record;
  return isRecordDrawn ? laterView : view;
}
