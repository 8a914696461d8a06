import { useDeferredValue } from 'react';
import { useRecord } from '../openRecord/openRecordContexts.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { useViewWindow } from './viewWindowContext.ts';
import { PRESETS } from './windowChoice.ts';

/**
 * Returns the window in which curves are drawn. A step of a zoom is answered at once by its buttons, and the curves follow a
 * moment later, all together, so that a slow machine takes the next step meanwhile. A named period stands when its button
 * does, and a record that grows is drawn at once.
 */
export function useShownWindow(): ViewWindow {
  const view = useViewWindow();
  const { record } = useRecord();
  const laterView = useDeferredValue(view);
  // React keeps the value of before, so this is no record but its version: a long one would be held twice.
  const version = record && `${record.version} ${record.ended} ${record.readAtMs}`;
  const isRecordDrawn = useDeferredValue(version) === version;
  return isRecordDrawn && !isNamed(view.choice) ? laterView : view;
}

const isNamed = (choice: string): boolean => choice === 'all' || PRESETS.includes(choice);
