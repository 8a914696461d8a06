import { childGrowth, type ChildGrowth } from '../../clinical/growth/childGrowth.ts';
import { gestationOf } from '../../clinical/growth/gestationalAge.ts';
import { heightPositionsOf } from '../../clinical/growth/heightPositions.ts';
import { loadGrowthTables } from '../../clinical/growth/growthTables.ts';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { Series } from '../../clinical/series/series.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { wallClockMs } from '../../charts/format/timeZone.ts';

/** Makes the growth of the child of a record. */
export type MakeGrowth = (
  patient: Pick<PatientIdentity, 'birth' | 'sex'>,
  series: readonly Series[],
  timeZone: string,
) => ChildGrowth;

/** Loads the tables of the references. Rejects when they cannot be had. */
export async function loadGrowth(): Promise<MakeGrowth> {
  const tables = await loadGrowthTables();
  return ({ birth, sex = 'notKnown' }, series, timeZone) => {
    const dayOf = (timeMs: number): number => Math.floor(wallClockMs(timeMs, timeZone) / DAY_MS);
    const gestation = gestationOf(series, birth);
    return childGrowth(
      { birth, sex, gestation, dayOf, heightPositionOn: heightPositionsOf(series, dayOf) },
      tables,
    );
  };
}
