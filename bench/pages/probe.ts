/** The probe keeps this in each page, in milliseconds of that page's own clock. */
type Probe = {
  lastChangeMs: number;
  readonly shifts: { readonly atMs: number; readonly value: number }[];
  readonly tasks: { readonly atMs: number; readonly durationMs: number }[];
  readonly inputs: { readonly atMs: number; readonly durationMs: number; readonly interaction: number }[];
};

declare global {
  interface Window {
    benchProbe: Probe;
  }
}

/**
 * Runs in every page before its own scripts, so it must not use anything from outside of itself. It notes each change of the
 * document, each layout shift, each task over 50 ms and each input that took longer than a frame.
 */
export function installProbe(): void {
  const probe: Probe = { lastChangeMs: 0, shifts: [], tasks: [], inputs: [] };
  window.benchProbe = probe;
  performance.setResourceTimingBufferSize(10_000);
  const change = (): void => void (probe.lastChangeMs = performance.now());
  new MutationObserver(change).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  const observe = (type: string, note: (entry: PerformanceEntry) => void): void => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
    observer.observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  };
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) probe.shifts.push({ atMs: entry.startTime, value });
  });
  observe('longtask', ({ startTime, duration }) =>
    probe.tasks.push({ atMs: startTime, durationMs: duration }),
  );
  observe('event', (entry) => {
    const interaction = (entry as PerformanceEntry & { interactionId?: number }).interactionId ?? 0;
    probe.inputs.push({ atMs: entry.startTime, durationMs: entry.duration, interaction });
  });
}

/** Runs in a page and returns how many milliseconds a fixed piece of work takes there: the median of nine tries. */
export function measureFixedWork(): number {
  const times: number[] = [];
  let sum = 1;
  for (let i = 0; i < 9; i += 1) {
    const startMs = performance.now();
    for (let k = 0; k < 4_000_000; k += 1) sum = Math.imul(sum ^ k, 16_777_619);
    times.push(performance.now() - startMs);
  }
  window.benchProbe.lastChangeMs += sum === 0 ? 1 : 0; // the browser must not leave the work out
  return times.toSorted((a, b) => a - b)[4] ?? 0;
}

/** Runs in a page and resolves once its record has been read and nothing has changed or been requested for half a second. */
export function waitForRest(): Promise<number> {
  const QUIET_MS = 500;
  const LIMIT_MS = 180_000;
  const beganMs = performance.now();
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      const { state } = document.documentElement.dataset;
      if (performance.now() - beganMs > LIMIT_MS) {
        clearInterval(timer);
        reject(new Error(`The page came to no rest: ${state}.`));
      }
      if (!['ready', 'partial', 'error', 'ended'].includes(state ?? '')) return;
      const ends = performance.getEntriesByType('resource').map((entry) => entry.startTime + entry.duration);
      const lastMs = Math.max(window.benchProbe.lastChangeMs, ...ends);
      if (performance.now() - lastMs < QUIET_MS) return;
      clearInterval(timer);
      resolve(lastMs);
    }, 50);
  });
}
