import type { Translated } from '../../../words/language.ts';
import type { measurementsMessages } from './measurements.messages.ts';

/** The texts of "My measurements" in Spanish. */
export const measurementsSpanish: Translated<typeof measurementsMessages> = {
  title: '{whose, select, own {Mis mediciones} other {Mediciones}}',
  none: 'Todavía no hay mediciones en esta historia clínica.',
  noneInPart: 'No llegó ninguna medición. Longview solo puede ver una parte de esta historia clínica.',
  noneRead: 'Hasta ahora no llegó ninguna medición. No se pudo leer todo.',
  daysShown: 'Días en las gráficas',
  days7: '7 días',
  days30: '30 días',
  days365: '1 año',

  newestAt: 'La más reciente: {date}',
  before: 'La anterior, {date}: {value}.',
  bloodPressureWhat: 'La fuerza de la sangre: cuando el corazón late y cuando descansa.',

  byPerson: 'por la propia persona',
  byFamily: 'por la familia',
  byHome: 'en casa',
  byDevice: 'por un aparato',
  byClinic: 'por la clínica',
  byVisit: 'junto con una visita',
  byUnknown: 'no se dice quién midió',
  whoAndHow: '{who} ({how})',

  lastDays: 'En los últimos {days} días',
  bothPeriods: 'En los últimos 7 días, sin otras en los últimos 30',
  mornings: 'Mañanas, de las 4 de la mañana al mediodía, en los últimos {days} días',
  evenings: 'Tardes y noches, de las 5 de la tarde a medianoche, en los últimos {days} días',
  readings: '{count, plural, one {1 medición} other {{shown} mediciones}}',
  readingsBy: '{readings}, {who}',
  noReadings: '{period}: ninguna medición.',
  oneValue: '{period}: {readings}, {value}.',
  allSame: '{period}: {readings}, todas de {value}.',
  fromTo: '{period}: {readings}, de {low} a {high}.',
  sentAs: '{count, plural, one {Se envió} other {Se enviaron}} como {original}.',
  sentFromTo: 'Se enviaron como {low} a {high}.',
  atLeastHalf: 'Al menos la mitad dio {value} o menos.',
  pairFromTo: '{period}: {readings}. Número de arriba {upper}. Número de abajo {lower}.',
  pairOne: '{period}: {readings}, {value}.',
  sideFromTo: 'de {low} a {high}',
  sideSame: '{value}',
  sideNone: 'sin anotar',
  sideHalf: 'de {low} a {high}, al menos la mitad {value} o menos',
  differentWays: '{period}: {readings}. Se midieron de formas distintas y no se comparan.',
  differentUnits: '{period}: {readings}. Se enviaron en unidades distintas y no se comparan.',
  notCounted:
    '{count, plural, one {1 medición más} other {{shown} mediciones más}} de estos días no se {count, plural, one {cuenta} other {cuentan}}. Vea todas las mediciones para saber por qué.',
  stillReading: 'Estos días se contarán cuando se hayan leído todas las mediciones.',
  notAllRead: 'No se pudieron leer algunas mediciones. Por eso estos días no se cuentan.',
  notAllShared: 'Longview solo puede ver una parte de la historia clínica. Por eso estos días no se cuentan.',

  pictureOf: '<test>{name}</test> (<measured>{unit}</measured>)',
  pictureLabel:
    '<test>{name}</test>, del {start} al {end}: {readings} en la gráfica. La lista de días tiene los números.',
  noneInPicture: 'No hay mediciones en esta gráfica.',
  outsidePicture:
    '{count, plural, one {1 medición más antigua no está} other {{shown} mediciones más antiguas no están}} en esta gráfica.',
  moreInPicture: '{readings} en esta gráfica.',
  dayMiddle: 'el valor del medio de un día con 3 mediciones o más',
  sentRange: 'rango que se envió: {range}',
  scaleExtended: 'La escala se hizo más grande para que quepan todas las mediciones.',
  limitMark: 'una medición por encima o por debajo de lo que el aparato puede medir',

  listOfDays: 'Lista de días',
  listOfDaysOf: 'Lista de días de <test>{name}</test>',
  day: 'Día',
  count: 'Mediciones',
  values: 'Valores',
  valueSentAs: '{value} (se envió como {original})',
  valueNotCounted: '{value} (no se cuenta)',
  rangeOfValues: 'de {low} a {high}',
  who: 'Quién midió',

  timeOfDay: 'Por hora del día, del {start} al {end}',
  timeOfDayLabel: '<test>{name}</test> por hora del día, del {start} al {end}: {readings}. {middles}',
  partMiddle: '{part}: valor del medio, {value}',
  middleOfPart: 'el valor del medio de 3 horas con 5 mediciones o más',

  seeAll: '{count, plural, one {Ver la medición} other {Ver las {shown} mediciones}}',
};
