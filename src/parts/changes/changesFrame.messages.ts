import { textsOf } from '../../words/catalog.ts';

/** These texts stand there from the beginning. */
export const changesFrameTexts = textsOf({
  heading: 'What changed',
});
