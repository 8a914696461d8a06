import type { PatientStory } from '../patients/story.ts';
import type { Personality } from './vendorBehaviour.ts';

/** The same people as one vendor's system holds them. */
export const recoded = (stories: readonly PatientStory[], { recode }: Personality): readonly PatientStory[] =>
  stories.map((story) =>
    story.isNeverRecoded
      ? story
      : {
          ...story,
          resources: (...given: Parameters<PatientStory['resources']>) =>
            story.resources(...given).map(recode),
          earlierVersions: () => (story.earlierVersions?.() ?? []).map(recode),
        },
  );
