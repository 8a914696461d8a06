import type { LaunchStop } from '../entry/LaunchStop.ts';

/** Shows on `launch.html` what stopped a launch. The app itself never needs it, so it comes when it is called. */
export const showLaunchStop = async (stop: LaunchStop): Promise<true> =>
  (await import('../entry/drawLaunchStop.tsx')).drawLaunchStop(stop);
