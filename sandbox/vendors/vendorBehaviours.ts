import { epic } from './epic.ts';
import { generic } from './generic.ts';
import { meditech } from './meditech.ts';
import { oracle } from './oracle.ts';
import type { Personality } from './vendorBehaviour.ts';
import type { Vendor } from './vendor.ts';

export const PERSONALITIES: Readonly<Record<Vendor, Personality>> = { generic, epic, oracle, meditech };
