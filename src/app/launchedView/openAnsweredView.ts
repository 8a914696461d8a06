/** This opens the view of a launch without the code that finds it, which the question who looks does not need. */
import { audienceOf } from '../../smart/authorization/audience.ts';
import { launchedViewsFor, type LaunchedView, type LaunchedViews } from '../../smart/session/launchedView.ts';
import { forgetView } from '../../smart/session/returnToView.ts';
import type { Session } from '../../smart/session/session.ts';

const isView = (view: LaunchedView | undefined): view is { readonly fragment: string } =>
  view !== undefined && 'fragment' in view;

/** Returns the view that the EHR asked for: `appContext` says more than `intent`, so it goes first. */
export const askedViewOf = ({ appContext, intent }: LaunchedViews) => [appContext, intent].find(isView);

/** Opens the view that waited until somebody said who looks, before their screens are drawn. */
export function openAnsweredView(session: Session): void {
  const audience = audienceOf(session);
  const views = audience === 'ask' ? undefined : launchedViewsFor(session.stored().launchedView, audience);
  if (views !== undefined) openViewOnce(session, views);
}

/** Opens one of these views, and keeps in the session what became of both, so that a page that is loaded again opens none. */
export function openViewOnce(session: Session, views: LaunchedViews): void {
  session.change({ appContext: undefined, launchedView: JSON.stringify(views) });
  const view = askedViewOf(views);
  if (view === undefined || location.hash !== '') return;
  forgetView(); // what the EHR asks for goes before what was last seen here
  if (view.fragment !== '#') history.replaceState(history.state, '', view.fragment);
}
