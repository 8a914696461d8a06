import { textsOf } from '../../words/catalog.ts';

/** These few words stand in the first chart, apart from the other texts of `ui/`. */
export const keyboardTexts = textsOf({
  nameAndKey: '{name} ({key})',
});
