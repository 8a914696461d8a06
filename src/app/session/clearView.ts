import { INSPECTOR_FRAGMENT } from '../../parts/navigation/urlFragment.ts';

/** Safari allows 100 changes of its history in so long, and refuses more: somebody may have zoomed fast before the end. */
const REFUSED_MS = 10_000;

/**
 * Takes the view out of the address when a session has ended, and out of each older entry of the history as soon as Back or
 * Forward leads to it, so that the address bar says nothing of what was open. The entry keeps its `sid`, a random number
 * that names nothing any more; by it a reload says that the session has ended (decision 3). The steps of the window
 * and what its days are counted from go. The launch inspector stays.
 */
export function clearView(): void {
  const clear = (): void => {
    const isViewNamed = location.hash !== '' && location.hash !== INSPECTOR_FRAGMENT;
    const { zoom, newestMovedMs, ...kept } = Object(history.state);
    const hasMore = zoom !== undefined || newestMovedMs !== undefined;
    if (!isViewNamed && !hasMore) return;
    const state = hasMore ? kept : history.state;
    try {
      history.replaceState(state, '', isViewNamed ? location.pathname : undefined);
    } catch {
      setTimeout(clear, REFUSED_MS);
    }
  };
  clear();
  addEventListener('popstate', clear);
  addEventListener('hashchange', clear);
}
