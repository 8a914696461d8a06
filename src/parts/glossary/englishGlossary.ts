import type { Glossary } from './glossary.ts';
import { bloodWords } from './texts/blood.messages.ts';
import { bloodGasWords } from './texts/bloodGas.messages.ts';
import { clottingWords } from './texts/clotting.messages.ts';
import { fluidsAndPregnancyWords } from './texts/fluidsAndPregnancy.messages.ts';
import { groupWords } from './texts/groups.messages.ts';
import { heartWords } from './texts/heart.messages.ts';
import { hormonesWords } from './texts/hormones.messages.ts';
import { immunityWords } from './texts/immunity.messages.ts';
import { kidneyWords } from './texts/kidney.messages.ts';
import { liverWords } from './texts/liver.messages.ts';
import { medicineLevelsWords } from './texts/medicineLevels.messages.ts';
import { otherTestWords } from './texts/otherTests.messages.ts';
import { panelWords } from './texts/panels.messages.ts';
import { sugarAndFatsWords } from './texts/sugarAndFats.messages.ts';
import { tumorMarkersWords } from './texts/tumorMarkers.messages.ts';
import { unitWords } from './texts/units.messages.ts';
import { urineWords } from './texts/urine.messages.ts';
import { vitalsWords } from './texts/vitals.messages.ts';

export const englishGlossary: Glossary = {
  language: 'en',
  analytes: {
    ...kidneyWords,
    ...vitalsWords,
    ...bloodWords,
    ...sugarAndFatsWords,
    ...liverWords,
    ...bloodGasWords,
    ...heartWords,
    ...clottingWords,
    ...hormonesWords,
    ...urineWords,
    ...medicineLevelsWords,
    ...immunityWords,
    ...tumorMarkersWords,
    ...fluidsAndPregnancyWords,
  },
  otherTests: otherTestWords,
  units: unitWords,
  panels: panelWords,
  groups: groupWords,
};
