import { latePart } from '../../ui/loading/lazyScreen.ts';

/** The events are loaded after the chart, which does not wait for them. */
const loadDetailLanes = () => import('./DetailLanes.tsx');

export const LateDetailLanes = latePart(
  async () => (await loadDetailLanes()).DetailLanes,
  () => 'The events could not be loaded. Reload the page to try again.',
);
export const LateOtherPatientEvents = latePart(
  async () => (await loadDetailLanes()).DetailOtherPatients,
  () => null,
);
