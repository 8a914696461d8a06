/** Returns the keys of a store that begin with a prefix. They are read before any is removed, because that moves the others. */
export const keysWithPrefix = (store: Storage, prefix: string): readonly string[] =>
  Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((key) =>
    key.startsWith(prefix),
  );
