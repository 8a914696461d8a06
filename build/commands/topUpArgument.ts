import { stories } from '../../sandbox/patients/stories.ts';
import type { PatientStory } from '../../sandbox/patients/story.ts';
import { topUpStory } from '../../sandbox/patients/topUp.ts';
import { UsageError } from './arguments.ts';

/** All of them are held in memory, in the form of each vendor. */
const MOST_RESULTS = 1_000_000;

/**
 * Returns the invented people, one of them with as many results as `--top-up` asks for.
 * @throws {UsageError} where it names nobody, or a number that cannot be had
 */
export function storiesWith(topUp: string | undefined): readonly PatientStory[] {
  if (topUp === undefined) return stories;
  const [, id = '', count = ''] = /^([a-z]+)=(\d{1,7})$/.exec(topUp) ?? [];
  const chosen = stories.find((story) => story.id === id);
  if (chosen === undefined || Number(count) > MOST_RESULTS) {
    throw new UsageError(
      `--top-up=${topUp}: expected a patient and a number up to ${MOST_RESULTS}, such as kidney=100000; patients: ${stories.map((story) => story.id).join(', ')}.`,
    );
  }
  const own = chosen.resources().filter(({ resourceType }) => resourceType === 'Observation').length;
  if (Number(count) < own)
    throw new UsageError(`--top-up=${topUp}: ${id} has ${own} results already; name a higher number.`);
  return stories.map((story) => (story.id === id ? topUpStory(story, Number(count)) : story));
}
