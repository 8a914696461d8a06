import { createStrictContext } from '../../ui/strictContext.ts';
import type { ViewWindow } from './useTimeWindow.ts';

/** Provides the one time window that all curves of the app share (rule 11). */
// oxlint-disable-next-line longview/texts-in-catalogs -- an error for engineers holds it
export const [ViewWindowProvider, useViewWindow] = createStrictContext<ViewWindow>('time window');
