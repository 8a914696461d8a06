/** Both pages inline these texts, so they are read without the library. */
export const siteTexts = {
  notAnAddress: 'not an address',
  notHttps: 'not https: %protocol%',
  /** The name of a fact. */
  shownInside: 'shown inside',
} as const;
