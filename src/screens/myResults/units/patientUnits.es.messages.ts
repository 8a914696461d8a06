import type { Translated } from '../../../words/language.ts';
import type { patientUnitsMessages } from './patientUnits.messages.ts';

/** The units that are words, in Spanish. */
export const patientUnitsSpanish: Translated<typeof patientUnitsMessages> = {
  second: '{count, plural, one {segundo} other {segundos}}',
  minute: '{count, plural, one {minuto} other {minutos}}',
  hour: '{count, plural, one {hora} other {horas}}',
  day: '{count, plural, one {día} other {días}}',
  week: '{count, plural, one {semana} other {semanas}}',
  month: '{count, plural, one {mes} other {meses}}',
  year: '{count, plural, one {año} other {años}}',

  point: '{count, plural, one {punto} other {puntos}}',
  time: '{count, plural, one {vez} other {veces}}',
  beat: '{count, plural, one {latido} other {latidos}}',
  breath: '{count, plural, one {respiración} other {respiraciones}}',
  step: '{count, plural, one {paso} other {pasos}}',
  dose: '{count, plural, one {dosis} other {dosis}}',
  drop: '{count, plural, one {gota} other {gotas}}',
  drink: '{count, plural, one {bebida} other {bebidas}}',
  copy: '{count, plural, one {copia} other {copias}}',
  cell: '{count, plural, one {célula} other {células}}',
  unit: '{count, plural, one {unidad} other {unidades}}',
  whiteCell: '{count, plural, one {glóbulo blanco} other {glóbulos blancos}}',

  inch: '{count, plural, one {pulgada} other {pulgadas}}',
  foot: '{count, plural, one {pie} other {pies}}',
  pound: '{count, plural, one {libra} other {libras}}',
  ounce: '{count, plural, one {onza} other {onzas}}',

  ratio: 'proporción',
  index: 'índice',
  titer: 'título',
  percentile: 'percentil',
  percent: 'por ciento',
  per: 'por',
  perMinute: 'por minuto',
};
