import type { Story } from '../patients/story.ts';
import type { Personality } from './personality.ts';

/** The same people as one vendor's system holds them. */
export const recoded = (stories: readonly Story[], { recode }: Personality): readonly Story[] =>
  stories.map((story) =>
    story.asWritten
      ? story
      : {
          ...story,
          resources: (...given: Parameters<Story['resources']>) => story.resources(...given).map(recode),
          earlier: () => (story.earlier?.() ?? []).map(recode),
        },
  );
