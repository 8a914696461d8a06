import { useEffect, useMemo, useState } from 'react';
import type { seriesInChosenUnits, UnitChoices } from '../../clinical/unitChoice/unitConversion.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { createStrictContext } from '../../ui/strictContext.ts';
import { writePreference, readPreference } from '../../ui/preferences.ts';

const UNITS = 'units';

/** Reads the choices, one on each line such as "glucose=mmol/L". Any other line is ignored. */
function readChoices(siteId: string): UnitChoices {
  const lines = readPreference(siteId, UNITS).split('\n');
  return Object.fromEntries(
    lines.flatMap((line): [string, string][] => {
      const [id, unit] = line.split('=');
      return id && unit ? [[id, unit]] : [];
    }),
  );
}

export type ChosenUnits = {
  readonly choices: UnitChoices;
  /** Chooses a unit. With '' the results stand as reported again. */
  readonly onChoose: (id: string, unit: string) => void;
  /** Replaces all choices. */
  readonly onChooseAll: (next: UnitChoices) => void;
  /** This is the record with every series in the unit chosen for it. */
  readonly record: RecordSnapshot | undefined;
  /** Returns the id that a series has in that record. */
  readonly idOf: (seriesId: string) => string;
};

const asIs = (seriesId: string): string => seriesId;

/** Provides the units that the reader chose, for one result and for all. */
export const [UnitsProvider, useUnits] = createStrictContext<ChosenUnits>('units');

/**
 * Reads and keeps the units that this reader chose, for the site in this browser (rule 16). Without a choice
 * nothing is loaded. With one, the results stand as reported, each with its unit, until the conversion is
 * loaded.
 */
export function useChosenUnits(record: RecordSnapshot | undefined, siteId: string): ChosenUnits {
  const [choices, setChoices] = useState(() => readChoices(siteId));
  const [convert, setConvert] = useState<typeof seriesInChosenUnits>();
  const isNeeded = Object.keys(choices).length > 0;
  useEffect(() => {
    if (!isNeeded) return;
    // If it cannot be loaded, everything stays as reported, as the unit beside each number shows.
    import('../../clinical/unitChoice/unitConversion.ts').then(
      (module) => setConvert(() => module.seriesInChosenUnits),
      asIs,
    );
  }, [isNeeded]);
  const series = record?.series;
  const chosenSeries = useMemo(
    () => (isNeeded && series ? convert?.(series, choices) : undefined),
    [isNeeded, series, convert, choices],
  );
  const chosenRecord = useMemo(
    () => (record && chosenSeries ? { ...record, series: chosenSeries.series } : record),
    [record, chosenSeries],
  );
  const onChoose = (id: string, unit: string) => {
    const { [id]: _before, ...others } = choices;
    onChooseAll(unit === '' ? others : { ...others, [id]: unit });
  };
  const onChooseAll = (next: UnitChoices) => {
    const lines = Object.entries(next).map(([one, its]) => `${one}=${its}`);
    writePreference(siteId, UNITS, lines.join('\n'));
    setChoices(next);
  };
  return { choices, onChoose, onChooseAll, record: chosenRecord, idOf: chosenSeries?.idOf ?? asIs };
}
