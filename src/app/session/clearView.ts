import { INSPECTOR_FRAGMENT } from '../../parts/navigation/urlFragment.ts';

/**
 * Takes the view out of the address when a session has ended, and out of each older entry of the history as soon as Back or
 * Forward leads to it, so that the address bar says nothing of what was open. The entry keeps its `sid`, a random number
 * that names nothing any more; by it a reload says that the session has ended (decision 3). The steps of the window
 * go. The launch inspector stays.
 */
export function clearView(): void {
  const clear = (): void => {
    const isViewNamed = location.hash !== '' && location.hash !== INSPECTOR_FRAGMENT;
    const { zoom, ...kept } = Object(history.state);
    if (isViewNamed || zoom !== undefined)
      history.replaceState(
        zoom === undefined ? history.state : kept,
        '',
        isViewNamed ? location.pathname : undefined,
      );
  };
  clear();
  addEventListener('popstate', clear);
  addEventListener('hashchange', clear);
}
