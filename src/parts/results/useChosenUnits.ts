import { useEffect, useMemo, useState } from 'react';
import type { seriesInChosenUnits, UnitChoices } from '../../clinical/unitChoice/unitConversion.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { createStrictContext } from '../../ui/strictContext.ts';
import { writePreference, readPreference } from '../../ui/preferences.ts';

const UNITS = 'units';

/** "glucose=mmol/L", one on each line; a line that is anything else is no choice. */
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
  /** '' takes a choice back: as reported. */
  readonly onChoose: (id: string, unit: string) => void;
  /** These and no others. */
  readonly onChooseAll: (next: UnitChoices) => void;
  /** The record with every series in the unit chosen for it. */
  readonly record: RecordSnapshot | undefined;
  /** The id under which a series stands there. */
  readonly idOf: (seriesId: string) => string;
};

const asIs = (seriesId: string): string => seriesId;

/** The units that the reader chose, for the choices of one result and of all. */
export const [UnitsProvider, useUnits] = createStrictContext<ChosenUnits>('units');

/**
 * The units that this reader chose, for the site in this browser (display rule 16). Without a choice nothing is loaded; with
 * one the results stand as reported, each with its unit, until what converts them is there.
 */
export function useChosenUnits(record: RecordSnapshot | undefined, siteId: string): ChosenUnits {
  const [choices, setChoices] = useState(() => readChoices(siteId));
  const [convert, setConvert] = useState<typeof seriesInChosenUnits>();
  const isNeeded = Object.keys(choices).length > 0;
  useEffect(() => {
    if (!isNeeded) return;
    // Without it everything stays as reported, which the unit beside each number says.
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
