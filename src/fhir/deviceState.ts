/**
 * Returns whether the device is surely offline. Only `onLine === false` is reliable: a browser that says true may reach nobody.
 */
export const isOffline = (): boolean => {
  const device: Partial<Navigator> | undefined = globalThis.navigator;
  return device?.onLine === false;
};

/** Returns whether nobody sees the page. Browsers slow the timers of such a page down. */
export const isHidden = (): boolean => {
  const page: Partial<Document> | undefined = globalThis.document;
  return page?.visibilityState === 'hidden';
};
