import { useEffect, useMemo, useState } from 'react';
import { loadedConversion, loadConversion } from '../../clinical/unitChoice/loadConversion.ts';
import type { UnitChoices } from '../../clinical/unitChoice/unitConversion.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { createStrictContext } from '../../ui/strictContext.ts';
import { writePreference, readPreference } from '../../ui/preferences.ts';
import type { Site } from '../../smart/site/site.ts';

const UNITS = 'units';
/** At a site that shows other units, "as reported" is a choice too. */
const AS_SENT = 'as-sent';

type UnitSite = Pick<Site, 'id' | 'concentrations'>;

/** Reads the choices, one on each line such as "glucose=mmol/L". Any other line is ignored; undefined where nothing was chosen. */
function readChoices(siteId: string): UnitChoices | undefined {
  const lines = readPreference(siteId, UNITS).split('\n');
  const chosen = lines.flatMap((line): [string, string][] => {
    const [id, unit] = line.split('=');
    return id && unit ? [[id, unit]] : [];
  });
  return chosen.length > 0 || lines.includes(AS_SENT) ? Object.fromEntries(chosen) : undefined;
}

const isEmpty = (choices: UnitChoices): boolean => Object.keys(choices).length === 0;

const isConverted = (chosen: UnitChoices | undefined, { concentrations }: UnitSite): boolean =>
  chosen === undefined ? concentrations !== AS_SENT : !isEmpty(chosen);

/**
 * Loads the code that converts, where a clinician at this site sees converted units at first sight. The results are then never seen in
 * other units before. Where it cannot be loaded, they stand as reported, each number with its unit.
 */
export async function prepareUnits(site: UnitSite): Promise<void> {
  if (isConverted(readChoices(site.id), site)) await loadConversion().catch(() => undefined);
}

export type ChosenUnits = {
  /** These hold now: what the reader chose, else what the site file says. */
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

const NO_CHOICES: UnitChoices = {};

/**
 * Reads and keeps the units that this reader chose, for the site in this browser (rule 16). Until there is a choice, the units
 * are those of the site file. As long as results stand as reported, nothing is loaded. Else they stand so, each with its unit, until
 * the conversion is loaded.
 */
export function useChosenUnits(record: RecordSnapshot | undefined, site: UnitSite): ChosenUnits {
  const { id: siteId, concentrations } = site;
  const [chosen, setChosen] = useState(() => readChoices(siteId));
  const [conversion, setConversion] = useState(loadedConversion);
  const isNeeded = isConverted(chosen, site);
  useEffect(() => {
    // If it cannot be loaded, everything stays as reported, as the unit beside each number shows.
    if (isNeeded && conversion === undefined) loadConversion().then(setConversion, asIs);
  }, [isNeeded, conversion]);
  const ofSite = useMemo(
    () => conversion?.choicesOfSite(concentrations) ?? NO_CHOICES,
    [conversion, concentrations],
  );
  const choices = chosen ?? ofSite;
  const series = record?.series;
  const chosenSeries = useMemo(
    () => (isNeeded && series ? conversion?.seriesInChosenUnits(series, choices) : undefined),
    [isNeeded, series, conversion, choices],
  );
  const chosenRecord = useMemo(
    () => (record && chosenSeries ? { ...record, series: chosenSeries.series } : record),
    [record, chosenSeries],
  );
  const onChoose = (id: string, unit: string) => {
    const changed = ({ [id]: _before, ...others }: UnitChoices): UnitChoices =>
      unit === '' ? others : { ...others, [id]: unit };
    // Another browser window may have chosen meanwhile. It keeps its choices, and this one shows what it has shown.
    store(changed(readChoices(siteId) ?? ofSite));
    setChosen(changed(choices));
  };
  const onChooseAll = (next: UnitChoices) => {
    store(next);
    setChosen(next);
  };
  const store = (next: UnitChoices): void => {
    const lines = Object.entries(next).map(([one, its]) => `${one}=${its}`);
    const asReported = concentrations === AS_SENT ? '' : AS_SENT;
    writePreference(siteId, UNITS, lines.length > 0 ? lines.join('\n') : asReported);
  };
  return { choices, onChoose, onChooseAll, record: chosenRecord, idOf: chosenSeries?.idOf ?? asIs };
}
