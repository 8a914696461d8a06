import { PHONE, TAB } from '../pages/browser.ts';
import { shiftAfterChart } from '../runs/appFigures.ts';
import { runApp } from '../runs/appRun.ts';
import { interleaved } from '../runs/interleaved.ts';
import type { Measure } from './measure.ts';

/** Measures the layout shift from the first chart to rest, in the frame of the EHR and on a phone. */
export const layoutShift: Measure = async (bench) => {
  const { browser, servers } = bench;
  servers.wire.roundTripMs = 50;
  const { frame, phone } = await interleaved(bench, {
    frame: () => runApp(browser, servers, { patient: 'kidney', kind: 'frame', viewport: TAB }),
    phone: () => runApp(browser, servers, { patient: 'kidney', viewport: PHONE }),
  });
  return (
    [
      ['frame of the EHR', frame],
      ['phone', phone],
    ] as const
  ).map(([place, runs]) => ({
    name: `Layout shift from first chart to rest, ${place}`,
    unit: '',
    goal: { kind: 'atMost', value: 0.02 },
    ours: runs.map(shiftAfterChart),
  }));
};
