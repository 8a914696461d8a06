import { flushSync } from 'react-dom';
import { tellChartFollowing } from '../../parts/openRecord/chartFollowing.ts';
import { LaunchError } from '../../smart/errors/LaunchError.ts';
import { createEventInterpreter, type ChartEventMeaning } from '../../smart/hub/chartEvents.ts';
import { hubOutcome, socketAddress, type Hub } from '../../smart/hub/hubAddress.ts';
import { connectToHub, type HubConnection } from '../../smart/hub/hubConnection.ts';
import type { HubEvent } from '../../smart/hub/hubMessages.ts';
import { sendSyncError, unsubscribe } from '../../smart/hub/hubRequests.ts';
import { grantedHubEvents, maySendSyncError } from '../../smart/hub/hubScopes.ts';
import { holdRevocation } from '../../smart/session/lastRequests.ts';
import { forgetView } from '../../smart/session/returnToView.ts';
import type { Session } from '../../smart/session/session.ts';
import { addPendingLoad } from '../../ui/loading/pendingLoads.ts';

/** The screen counts as settled after so long, also where the hub does not answer. */
const SETTLED_AFTER_MS = 3000;

/** Each of these verdicts closes the view. `errorText.ts` has the words for the reasons. */
const REASONS = {
  other: 'otherChart',
  closed: 'closedChart',
  unknown: 'unknownChart',
  signedOut: 'signedOut',
} as const;
type ClosingVerdict = keyof typeof REASONS;

/** These are the answers to events that leave the view as it is. A foreign event was not for us, and is refused. */
const ANSWERS = { same: 200, noChange: 200, foreign: 400 } as const;

/** The view is closed, and is so whatever the EHR opens next: a launch alone opens another one. */
const ANSWER_WHEN_CLOSED = 409;

const isClosing = (verdict: ChartEventMeaning): verdict is ClosingVerdict => Object.hasOwn(REASONS, verdict);

/** This event has closed the view. */
type Closing = { readonly event: HubEvent; readonly verdict: ClosingVerdict };

const followed = new WeakSet<Session>();

/**
 * Follows the chart of the EHR until the session ends. The view is closed when the EHR opens another patient or closes the
 * chart or its user signs out, and no other patient is ever read or named here (docs/fhircast.md).
 */
export function followChart(session: Session): void {
  const hub = hubOutcome(session);
  if (typeof hub === 'string' || followed.has(session) || session.stored().accessToken === '') return;
  followed.add(session);
  // The screen that says so must be there when it is needed, also without a network.
  void import('../entry/ErrorScreen.tsx').catch(() => undefined);
  const settle = onceSettled();
  const judge = createEventInterpreter({ ...session, topic: hub.topic }, () => session.clock.nowMs());
  let closing: Closing | undefined;
  const connection = connectToHub({
    hub,
    events: grantedHubEvents(session),
    token: () => session.accessToken(),
    renewToken: (used) => session.renew(used),
    allowedSocket: (sent) => socketAddress(sent, session),
    onState(state) {
      tellChartFollowing(state);
      if (state !== 'connecting') settle();
    },
    onEvent(event) {
      if (closing !== undefined) return ANSWER_WHEN_CLOSED;
      const verdict = judge(event);
      if (!isClosing(verdict)) return ANSWERS[verdict];
      closing = { event, verdict };
      closeView(session, REASONS[verdict]);
      return undefined; // the answer is a part of leaving
    },
  });
  session.onEnd((_, { accessToken }) => {
    tellChartFollowing(undefined);
    holdRevocation(session.sid, leave({ session, hub, connection, token: accessToken, closing }));
  });
}

/** Counts the header as a part that is on its way until the hub has answered, so that nothing moves on a settled screen. */
function onceSettled(): () => void {
  let arrived: (() => void) | undefined = addPendingLoad();
  const settle = (): void => {
    arrived?.();
    arrived = undefined;
  };
  setTimeout(settle, SETTLED_AFTER_MS);
  return settle;
}

/**
 * Ends the session, and takes everything of the patient off the page before anything else happens: React draws the end
 * before this function returns.
 */
function closeView(session: Session, reason: string): void {
  const { site, kind, iss } = session;
  flushSync(() => {
    session.end(new LaunchError('E12', { site, kind, iss, facts: { reason }, endedAtMs: Date.now() }));
  });
  forgetView();
}

type Leaving = {
  readonly session: Session;
  readonly hub: Hub;
  readonly connection: HubConnection;
  readonly token: string;
  readonly closing: Closing | undefined;
};

/** Says goodbye to the hub with the last token, once the view is gone. Never rejects. */
async function leave({ session, hub, connection, token, closing }: Leaving): Promise<void> {
  await Promise.resolve(); // the end is drawn within the task of the event
  if (closing !== undefined) await answerClosing(closing, { session, hub, connection, token });
  const endpoint = connection.close();
  if (endpoint !== '') await unsubscribe(hub, token, endpoint).catch(() => undefined);
}

/**
 * A chart that was closed there, or left by who signed out, is closed here, which is to follow. A view that is closed without the other patient is not:
 * the hub is told by an event of its own, or by the answer where the app may send none.
 */
async function answerClosing(
  { event, verdict }: Closing,
  { session, hub, connection, token }: Omit<Leaving, 'closing'>,
): Promise<void> {
  if (verdict === 'closed' || verdict === 'signedOut') return connection.acknowledge(event.id, 200);
  if (!maySendSyncError(session)) return connection.acknowledge(event.id, 409);
  connection.acknowledge(event.id, 202);
  await sendSyncError(hub, token, event).catch(() => connection.acknowledge(event.id, 409));
}
