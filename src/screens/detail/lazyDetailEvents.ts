import { deferredPart } from '../../ui/loading/lazyScreen.ts';
import { detailTexts } from './detail.messages.ts';

/** The events are loaded after the chart, which does not wait for them. */
export const LazyDetailLanes = deferredPart(
  async () => (await import('./DetailLanes.tsx')).DetailLanes,
  () => detailTexts('eventsNotLoaded'),
);
