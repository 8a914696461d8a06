import { latePart } from '../../ui/loading/lazyScreen.ts';
import { detailTexts } from './detail.messages.ts';

/** The events are loaded after the chart, which does not wait for them. */
const loadDetailLanes = () => import('./DetailLanes.tsx');

export const LateDetailLanes = latePart(
  async () => (await loadDetailLanes()).DetailLanes,
  () => detailTexts('eventsNotLoaded'),
);
export const LateOtherPatientEvents = latePart(
  async () => (await loadDetailLanes()).DetailOtherPatients,
  () => null,
);
