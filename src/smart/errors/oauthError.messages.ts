/** These are the names of facts that an OAuth error brings. `index.html` inlines them, so they are read without the library. */
export const oauthErrorTexts = {
  serverSaid: 'the server said',
  moreInformation: 'more information',
} as const;
