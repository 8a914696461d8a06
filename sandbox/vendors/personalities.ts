import { epic } from './epic.ts';
import { generic } from './generic.ts';
import type { Personality } from './personality.ts';
import type { Vendor } from './vendor.ts';

export const PERSONALITIES: Readonly<Record<Vendor, Personality>> = {
  generic,
  epic,
  oracle: { ...generic, vendor: 'oracle' },
  meditech: { ...generic, vendor: 'meditech' },
};
