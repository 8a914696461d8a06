/** The pages inline these texts, so they are read without the library: `filled` puts the values in. */
export const bootTexts = {
  notLoaded: 'Longview could not be loaded. Check the network and reload the page.',
  reload: 'Reload the page',
} as const;
