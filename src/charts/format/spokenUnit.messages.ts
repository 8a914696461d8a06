import { textsOf } from '../../words/catalog.ts';

export const spokenUnitTexts = textsOf({
  per: 'per {unit}',
  atMost: 'at most {value}',
  atLeast: 'at least {value}',
  lessThan: 'less than {value}',
  greaterThan: 'greater than {value}',
});
