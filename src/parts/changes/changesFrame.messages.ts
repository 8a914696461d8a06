import { textsOf } from '../../words/catalog.ts';

/** What stands there from the beginning. */
export const changesFrameTexts = textsOf({
  heading: 'What changed',
});
