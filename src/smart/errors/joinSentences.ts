/** Joins the sentences that are not empty. */
export const joinSentences = (...sentences: string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(' ');
