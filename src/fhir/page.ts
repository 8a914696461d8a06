import { fieldOf, textField } from '../smart/site/untrustedJson.ts';

/** One page of a search: the resources of the type asked for, entries that are no resource at all included. */
export type Page = {
  readonly entries: readonly unknown[];
  readonly outcomes: readonly unknown[];
  /** As the server wrote it; undefined on the last page. */
  readonly next: string | undefined;
  /** How many the server counts; whether that means matches depends on the server. */
  readonly total: number | undefined;
};

export const isResource = (value: unknown, type: string): value is object =>
  textField(value, 'resourceType') === type;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Reads a Bundle, whatever is in it. What a server includes unasked (Provenance, Device) is left; junk is passed on to be counted. */
export function pageFromBundle(bundle: unknown, resourceType: string): Page {
  const entries: unknown[] = [];
  const outcomes: unknown[] = isResource(bundle, 'OperationOutcome') ? [bundle] : [];
  for (const entry of list(fieldOf(bundle, 'entry'))) {
    const resource = fieldOf(entry, 'resource');
    if (isResource(resource, 'OperationOutcome')) outcomes.push(resource);
    else if (
      isResource(resource, resourceType) ||
      (textField(resource, 'resourceType') === '' &&
        textField(fieldOf(entry, 'search'), 'mode') !== 'include')
    ) {
      entries.push(resource);
    }
  }
  const next = list(fieldOf(bundle, 'link')).find((link) => textField(link, 'relation') === 'next');
  const address = textField(next, 'url');
  const total = fieldOf(bundle, 'total');
  return {
    entries,
    outcomes,
    next: address === '' ? undefined : address,
    total: typeof total === 'number' ? total : undefined,
  };
}
