import { createContext } from 'react';
import { createStrictContext } from '../../ui/strictContext.ts';
import type { ViewWindow } from './useTimeWindow.ts';

/** Provides the one time window that all curves of the app share (rule 11). */
// oxlint-disable-next-line longview/texts-in-catalogs -- an error for engineers holds it
export const [ViewWindowProvider, useViewWindow] = createStrictContext<ViewWindow>('time window');

/**
 * Provides the window as its buttons show it, where curves follow a moment later (`useShownWindow`): what the reader has hold of
 * moves at once. It is undefined where nothing follows later.
 */
export const LiveWindow = createContext<ViewWindow | undefined>(undefined);
