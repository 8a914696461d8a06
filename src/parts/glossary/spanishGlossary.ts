import type { Glossary } from './glossary.ts';
import { bloodWordsInSpanish } from './texts/blood.es.messages.ts';
import { bloodGasWordsInSpanish } from './texts/bloodGas.es.messages.ts';
import { clottingWordsInSpanish } from './texts/clotting.es.messages.ts';
import { fluidsAndPregnancyWordsInSpanish } from './texts/fluidsAndPregnancy.es.messages.ts';
import { groupWordsInSpanish } from './texts/groups.es.messages.ts';
import { heartWordsInSpanish } from './texts/heart.es.messages.ts';
import { hormonesWordsInSpanish } from './texts/hormones.es.messages.ts';
import { immunityWordsInSpanish } from './texts/immunity.es.messages.ts';
import { kidneyWordsInSpanish } from './texts/kidney.es.messages.ts';
import { liverWordsInSpanish } from './texts/liver.es.messages.ts';
import { medicineLevelsWordsInSpanish } from './texts/medicineLevels.es.messages.ts';
import { otherTestWordsInSpanish } from './texts/otherTests.es.messages.ts';
import { panelWordsInSpanish } from './texts/panels.es.messages.ts';
import { sugarAndFatsWordsInSpanish } from './texts/sugarAndFats.es.messages.ts';
import { tumorMarkersWordsInSpanish } from './texts/tumorMarkers.es.messages.ts';
import { unitWordsInSpanish } from './texts/units.es.messages.ts';
import { urineWordsInSpanish } from './texts/urine.es.messages.ts';
import { vitalsWordsInSpanish } from './texts/vitals.es.messages.ts';

export const spanishGlossary: Glossary = {
  language: 'es',
  analytes: {
    ...kidneyWordsInSpanish,
    ...vitalsWordsInSpanish,
    ...bloodWordsInSpanish,
    ...sugarAndFatsWordsInSpanish,
    ...liverWordsInSpanish,
    ...bloodGasWordsInSpanish,
    ...heartWordsInSpanish,
    ...clottingWordsInSpanish,
    ...hormonesWordsInSpanish,
    ...urineWordsInSpanish,
    ...medicineLevelsWordsInSpanish,
    ...immunityWordsInSpanish,
    ...tumorMarkersWordsInSpanish,
    ...fluidsAndPregnancyWordsInSpanish,
  },
  otherTests: otherTestWordsInSpanish,
  units: unitWordsInSpanish,
  panels: panelWordsInSpanish,
  groups: groupWordsInSpanish,
};
