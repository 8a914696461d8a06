import { latePart } from '../../ui/loading/lazyScreen.ts';

/** They come after the chart, and are not waited for. */
const load = () => import('./DetailLanes.tsx');

export const LazyDetailLanes = latePart(
  async () => (await load()).DetailLanes,
  () => 'The events could not be loaded. Reload the page to try again.',
);
export const LazyDetailOtherPatients = latePart(
  async () => (await load()).DetailOtherPatients,
  () => null,
);
