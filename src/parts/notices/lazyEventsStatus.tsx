import { deferredPart } from '../../ui/loading/lazyScreen.ts';
import { accountLineTexts } from './accountLine.messages.ts';

/** The events are read after the results, and what is said of them is loaded then. */
const load = () => import('./EventsStatus.tsx');

export const LazyEndedNotices = deferredPart(
  async () => (await load()).EndedNotices,
  () => (
    <p role="alert" data-notice="incomplete">
      {accountLineTexts('eventsNotLoaded')}
    </p>
  ),
);
export const LazyEventsAccount = deferredPart(
  async () => (await load()).EventsAccount,
  () => ` ${accountLineTexts('eventsNotRead')}`,
);
