import { chemo } from './chemo/chemo.ts';
import { child } from './child/child.ts';
import { deceased } from './deceased/deceased.ts';
import { empty } from './empty.ts';
import { healthy } from './healthy.ts';
import { home } from './home/home.ts';
import { icu } from './icu/icu.ts';
import { kidney } from './kidney/kidney.ts';
import { laboratories } from './laboratories/laboratories.ts';
import { merged } from './merged.ts';
import { odd } from './odd/odd.ts';
import { parent } from './parent/parent.ts';
import { pregnancy } from './pregnancy/pregnancy.ts';
import { preterm } from './preterm/preterm.ts';
import { arabic, japanese } from './nonLatinScripts.ts';
import type { PatientStory } from './story.ts';
import { thyroid } from './thyroid/thyroid.ts';
import { volume } from './volume.ts';
import { yearOfBirth } from './yearOfBirth.ts';

export const stories: readonly PatientStory[] = [
  kidney,
  icu,
  child,
  healthy,
  empty,
  deceased,
  chemo,
  pregnancy,
  thyroid,
  laboratories,
  yearOfBirth,
  japanese,
  arabic,
  parent,
  preterm,
  home,
  merged,
  odd,
  volume,
];
