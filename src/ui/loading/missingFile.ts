/** Says whether the host has a file no more. */
type FindMissing = (failure: unknown) => Promise<boolean>;

let find: FindMissing = () => Promise.resolve(false);

/** The app says how to ask its host, because nothing in `ui/` sends a request. */
export function findMissingFilesWith(found: FindMissing): void {
  find = found;
}

/** Returns whether a file could not be fetched because Longview was updated meanwhile. It never rejects. */
export const isFileMissing = (failure: unknown): Promise<boolean> => find(failure).catch(() => false);
