/** Says whether the host has a file no more. */
type FindGone = (failure: unknown) => Promise<boolean>;

let find: FindGone = () => Promise.resolve(false);

/** The app says how to ask its host, because nothing in `ui/` sends a request. */
export function findGoneFilesWith(found: FindGone): void {
  find = found;
}

/** Returns whether a file could not be fetched because Longview was updated meanwhile. It never rejects. */
export const isFileGone = (failure: unknown): Promise<boolean> => find(failure).catch(() => false);
