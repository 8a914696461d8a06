import { latePart } from '../../ui/loading/lazyScreen.ts';

/** The events are read after the results, and what is said of them is loaded then. */
const load = () => import('./EventsStatus.tsx');

export const LateEventsNotices = latePart(
  async () => (await load()).EventsNotices,
  () => (
    <p role="alert" data-notice="incomplete">
      Medication, encounters and other events could not be loaded. Reload the page to try again.
    </p>
  ),
);
export const LateEventsAccount = latePart(
  async () => (await load()).EventsAccount,
  () => ' Events not read.',
);
