import { firstAddresses } from '../runs/appFigures.ts';
import type { AppRun } from '../runs/appRun.ts';
import { interleaved } from '../runs/interleaved.ts';
import { runPatientApp, runPatientFloor } from '../runs/patientRun.ts';
import type { Measure } from './measure.ts';

const PATIENT = 'kidney';
/** 3G has round trips like these. */
const ROUND_TRIP_MS = 150;

/** Measures the first card of "My results" for a patient who signs in on a slow phone. */
export const slowPhone: Measure = async (bench) => {
  const { browser, servers } = bench;
  servers.wire.roundTripMs = ROUND_TRIP_MS;
  let last: AppRun | undefined;
  const { app, floor } = await interleaved(bench, {
    app: async () => {
      const ran = await runPatientApp(browser, servers, PATIENT);
      last = ran.run;
      return ran;
    },
    floor: () =>
      runPatientFloor(browser, servers, PATIENT, {
        addresses: last === undefined ? [] : firstAddresses(last),
        isFollowing: false,
        isDrawing: true,
      }),
  });
  return [
    {
      name: 'My results on a slow phone: consent to first card',
      unit: 'ms',
      goal: { kind: 'ratio', value: 1.1 },
      floor: floor.map(({ consentToCard }) => consentToCard),
      ours: app.map(({ consentToCard }) => consentToCard),
    },
    {
      name: 'My results on a slow phone: token response to first card',
      unit: 'ms',
      goal: { kind: 'ratio', value: 1.25 },
      floor: floor.map(({ tokenToCard }) => tokenToCard),
      ours: app.map(({ tokenToCard }) => tokenToCard),
    },
  ];
};
