import { textsOf } from '../../../words/catalog.ts';

/** These are the texts of the marks and the bar by which tests are selected to be compared. */
export const selectionTexts = textsOf({
  select: 'Select {name} to compare',
  hint: 'To compare tests, tick them<keys>, or press <key>x</key>, or Ctrl- or ⌘-click</keys>.',
  hintWithoutKey: 'To compare tests, tick them<keys>, or Ctrl- or ⌘-click</keys>.',
  bar: 'Tests to compare',
  compare: '{count, plural, one {Compare {shown} test} other {Compare {shown} tests}}',
  oneSelected: '{name}. Select another test to compare.',
  full: '{max} tests at most: remove one to add {name}.',
  clear: 'Clear',
  added: '{name} selected.',
  removed: '{name} no longer selected.',
  counted: '{count, plural, one {{shown} test} other {{shown} tests}} selected to compare.',
  cleared: 'No test selected.',
  namedOnly: 'a test that this record does not have',
});
