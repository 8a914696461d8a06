import { textsOf } from '../../../words/catalog.ts';

/** Units that are words in a language. Signs such as mg, L, mmHg and % are the same everywhere and stand in no catalog. */
export const patientUnitsMessages = {
  second: '{count, plural, one {second} other {seconds}}',
  minute: '{count, plural, one {minute} other {minutes}}',
  hour: '{count, plural, one {hour} other {hours}}',
  day: '{count, plural, one {day} other {days}}',
  week: '{count, plural, one {week} other {weeks}}',
  month: '{count, plural, one {month} other {months}}',
  year: '{count, plural, one {year} other {years}}',

  // These are things that are counted.
  point: '{count, plural, one {point} other {points}}',
  time: '{count, plural, one {time} other {times}}',
  beat: '{count, plural, one {beat} other {beats}}',
  breath: '{count, plural, one {breath} other {breaths}}',
  step: '{count, plural, one {step} other {steps}}',
  dose: '{count, plural, one {dose} other {doses}}',
  drop: '{count, plural, one {drop} other {drops}}',
  drink: '{count, plural, one {drink} other {drinks}}',
  copy: '{count, plural, one {copy} other {copies}}',
  cell: '{count, plural, one {cell} other {cells}}',
  unit: '{count, plural, one {unit} other {units}}',
  whiteCell: '{count, plural, one {white blood cell} other {white blood cells}}',

  // These are sizes and weights of the United States.
  inch: '{count, plural, one {inch} other {inches}}',
  foot: '{count, plural, one {foot} other {feet}}',
  pound: '{count, plural, one {pound} other {pounds}}',
  ounce: '{count, plural, one {ounce} other {ounces}}',

  ratio: 'ratio',
  index: 'index',
  titer: 'titer',
  percentile: 'percentile',
  percent: 'percent',
  per: 'per',
  perMinute: 'per minute',
} as const;

export const patientUnitsTexts = textsOf(patientUnitsMessages, 'patientUnits');
