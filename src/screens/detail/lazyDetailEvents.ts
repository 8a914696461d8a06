import { deferredPart } from '../../ui/loading/lazyScreen.ts';
import { detailTexts } from './detail.messages.ts';

/** The events are loaded after the chart, which does not wait for them. */
const loadDetailLanes = () => import('./DetailLanes.tsx');

export const LazyDetailLanes = deferredPart(
  async () => (await loadDetailLanes()).DetailLanes,
  () => detailTexts('eventsNotLoaded'),
);
export const LazyOtherPatientEvents = deferredPart(
  async () => (await loadDetailLanes()).DetailOtherPatients,
  () => null,
);
