import { createStrictContext } from '../../ui/strictContext.ts';
import type { ViewWindow } from './useTimeWindow.ts';

/** Provides the one time window that all curves of the app share (rule 11). */
export const [ViewWindowProvider, useViewWindow] = createStrictContext<ViewWindow>('time window');
