import { audienceOf, type Audience } from '../../smart/authorization/audience.ts';
import type { LaunchedViews } from '../../smart/session/launchedView.ts';
import { forgetView } from '../../smart/session/returnToView.ts';
import type { Session } from '../../smart/session/session.ts';
import { askedViewOf, openViewOnce } from './openAnsweredView.ts';
import { viewOfAppContext, viewOfIntent } from './requestedView.ts';

/**
 * Opens the view that the EHR asked for in the launch, once. An address that names a view already stays. Where the person is asked who
 * looks, the views for both answers wait for it. The inspector says what became of both texts (docs/launch-context.md).
 */
export function openLaunchedView(session: Session): void {
  if (session.stored().launchedView !== undefined) return; // this page was loaded again
  const audience = audienceOf(session);
  if (audience !== 'ask') {
    openViewOnce(session, viewsFor(session, audience));
    return;
  }
  const waiting = { patient: viewsFor(session, 'patient'), clinician: viewsFor(session, 'clinician') };
  session.change({ appContext: undefined, launchedView: JSON.stringify(waiting) });
  if (Object.values(waiting).some(askedViewOf) && location.hash === '') forgetView();
}

function viewsFor(session: Session, audience: Audience): LaunchedViews {
  const { appContext } = session.stored();
  const { intent } = session;
  return {
    ...(appContext !== undefined && { appContext: viewOfAppContext(appContext, audience) }),
    ...(intent !== undefined && { intent: viewOfIntent(intent, audience) }),
  };
}
