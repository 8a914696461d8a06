import { child } from './child.ts';
import { deceased } from './deceased.ts';
import { empty } from './empty.ts';
import { healthy } from './healthy.ts';
import { icu } from './icu.ts';
import { kidney } from './kidney.ts';
import { odd } from './odd.ts';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [kidney, icu, child, healthy, empty, deceased, odd];
