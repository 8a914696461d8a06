import { expect, test } from 'vitest';
import { plainLetters } from '../attached/languages.ts';
import { statesIn } from './statesIn.ts';

const foundIn = (text: string): readonly string[] => {
  const plain = plainLetters(text);
  return statesIn(plain).map(
    ({ start, end, isBare }) => `${isBare ? 'bare: ' : ''}${plain.slice(start, end)}`,
  );
};

test.each([
  ['a state', 'Specimen hemolyzed', ['hemolyzed']],
  ['a state with its degree, which is a part of it', 'slightly  hemolyzed', ['slightly  hemolyzed']],
  ['a noun with its degree', 'Gross hemolysis', ['Gross hemolysis']],
  ['a noun with its finding', 'Hemolysis was noted', ['Hemolysis']],
  ['a noun as the cause', 'Not reported due to hemolysis', ['hemolysis']],
  ['a noun that the specimen shows', 'Specimen shows hemolysis', ['hemolysis']],
  ['a noun with a sign in brackets', 'Hämolyse (+)', ['Hamolyse']],
  ['a noun with a degree in brackets', 'Hemolysis (slight)', ['Hemolysis']],
  ['an index that is joined by a hyphen', 'Hämolyse-Index 2+', ['Hamolyse']],
  ['no noun that has none in brackets', 'Hemolysis (-), lipemia (none), icterus (see comment)', []],
  ['no index without a finding', 'Hemolysis-index, hemolysis-free', []],
  ['a noun alone, which is bare', 'Comment: hemolysis.', ['bare: hemolysis']],
  ['no noun that is told of nothing', 'The hemolysis panel of the hospital', []],
  ['too little of it', 'Quantity not sufficient', ['Quantity not sufficient']],
  [
    'several, in the order of the text',
    'QNS; clotted, and moderately lipemic',
    ['QNS', 'clotted', 'moderately lipemic'],
  ],
  ['the longer one of two that begin together', 'platelets clumped', ['platelets clumped']],
  ['one after another without what lies between', 'hemolyzed hemolyzed', ['hemolyzed', 'hemolyzed']],
  ['nothing', 'Fasting sample', []],
])('found is %s', (_, text, expected) => {
  expect(foundIn(text)).toEqual(expected);
});
