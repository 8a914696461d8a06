import { textsOf } from '../../words/catalog.ts';

export const endedAccountTexts = textsOf({
  readAt: 'Loaded <time></time>',
});
