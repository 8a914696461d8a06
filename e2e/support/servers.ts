/** Returns the environment variable in which a worker finds the address of its server. */
export const environmentName = (what: 'app' | 'sandbox' | 'cohort', worker: number): string =>
  `E2E_${what.toUpperCase()}_${worker}`;

const ownWorker = (): number => Number(process.env['TEST_PARALLEL_INDEX'] ?? 0);

/** Returns the origin of a server of this worker. A test may start its own. */
export const originOf = (what: 'app' | 'sandbox'): string =>
  process.env[environmentName(what, ownWorker())] ?? '';

/** Returns the folder whose imported people the sandbox of this worker shows. It is empty until a test imports some. */
export const cohortFolder = (): string => process.env[environmentName('cohort', ownWorker())] ?? '';

/** Returns the folder from which the app of a worker is served. */
export const buildFolder = (worker = ownWorker()): string => `dist-e2e-${worker}`;
