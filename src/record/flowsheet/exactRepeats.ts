import { unnamedContent } from './resourceVersion.ts';

/**
 * Several searches bring the same results: the first ones ask for what most charts need, and the one for everything brings it
 * again. A result that is the same to the last character changes nothing in the record, and comparing takes a tenth of
 * the time of reading.
 */
export type ExactRepeats = {
  /**
   * Returns whether the same resource came before, and else remembers it if none of its id is known. What is no object, or
   * nested too deep to be compared, is never a repeat.
   */
  readonly isRepeat: (id: string, resource: unknown) => boolean;
  /** Lets go of the resources that have an id. They are recognized by their versions. */
  readonly forget: () => void;
};

/** Most records hold no more. A longer one is not kept, because it has to stay small, and its collection would stop the page. */
const REMEMBERED = 1_000;

/** Remembers the first resources of a record, and the content of all that have no id. */
export function createExactRepeats(): ExactRepeats {
  const withId = new Map<string, unknown>();
  const withoutId = new Set<string>();
  return {
    isRepeat(id, resource) {
      const before = withId.get(id);
      if (id !== '' && before === undefined) {
        if (withId.size < REMEMBERED) withId.set(id, resource);
        return false;
      }
      const content = unnamedContent(resource);
      if (content === undefined) return false;
      if (id !== '') return content === unnamedContent(before);
      if (withoutId.has(content)) return true;
      withoutId.add(content);
      return false;
    },
    forget: () => withId.clear(),
  };
}
