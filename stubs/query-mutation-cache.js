// Longview writes nothing to any server, so TanStack Query's client gets a cache of mutations that is always empty.
export class MutationCache {
  clear() {}
  findAll() {
    return [];
  }
  resumePausedMutations() {
    return Promise.resolve();
  }
}
