import { latePart } from '../../ui/loading/lazyScreen.ts';
import { accountLineTexts } from './accountLine.messages.ts';

/** The events are read after the results, and what is said of them is loaded then. */
const load = () => import('./EventsStatus.tsx');

export const LateEventsNotices = latePart(
  async () => (await load()).EventsNotices,
  () => (
    <p role="alert" data-notice="incomplete">
      {accountLineTexts('eventsNotLoaded')}
    </p>
  ),
);
export const LateEventsAccount = latePart(
  async () => (await load()).EventsAccount,
  () => ` ${accountLineTexts('eventsNotRead')}`,
);
