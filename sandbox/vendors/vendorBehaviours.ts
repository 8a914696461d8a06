import type { PatientStory } from '../patients/story.ts';
import { epic } from './epic.ts';
import { generic } from './generic.ts';
import { meditech } from './meditech.ts';
import { oracle } from './oracle.ts';
import type { VendorBehaviour } from './vendorBehaviour.ts';
import type { Vendor } from './vendor.ts';

export const VENDOR_BEHAVIOURS: Readonly<Record<Vendor, VendorBehaviour>> = {
  generic,
  epic,
  oracle,
  meditech,
};

/** Returns the same patients as one vendor's system holds them. */
export const recodeStories = (
  stories: readonly PatientStory[],
  { recode }: VendorBehaviour,
): readonly PatientStory[] =>
  stories.map((story) =>
    story.isNeverRecoded
      ? story
      : {
          ...story,
          resources: (...parameters: Parameters<PatientStory['resources']>) =>
            story.resources(...parameters).map(recode),
          earlierVersions: () => (story.earlierVersions?.() ?? []).map(recode),
        },
  );
