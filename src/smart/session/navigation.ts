/** Returns whether a person came to this page by Back or Forward. */
export const isBackNavigation = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward');
