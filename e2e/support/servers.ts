/** Where the servers of one worker stand, by names that the workers find in their environment. */
export const environmentName = (what: 'app' | 'sandbox', worker: number): string =>
  `LONGVIEW_${what.toUpperCase()}_${worker}`;

const ownWorker = (): number => Number(process.env['TEST_PARALLEL_INDEX'] ?? 0);

/** Of this worker; a test may bring one of its own. */
export const originOf = (what: 'app' | 'sandbox'): string =>
  process.env[environmentName(what, ownWorker())] ?? '';

/** What the app of a worker is served from. */
export const buildFolder = (worker = ownWorker()): string => `dist-e2e-${worker}`;
