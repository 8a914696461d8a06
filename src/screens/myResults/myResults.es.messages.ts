import type { Translated } from '../../words/language.ts';
import type { myResultsMessages } from './myResults.messages.ts';

/** The texts of "My results" in Spanish, for readers in the Americas, who are addressed as "usted". */
export const myResultsSpanish: Translated<typeof myResultsMessages> = {
  title: 'Mis resultados',
  careTitle: 'Medicinas y visitas',
  screens: 'Pantallas',
  titleOfOther: 'Resultados',
  born: 'Fecha de nacimiento: {date}',
  bornUnknown: 'No se sabe la fecha de nacimiento',
  died: 'Fecha de muerte: {date}',
  diedUnknown: 'No se sabe la fecha de muerte',
  readingName: 'Leyendo la historia clínica',
  skipToResults: 'Ir a los resultados',

  viewing: 'Usted está viendo la historia clínica de <name>{person}</name>',
  viewingChild: 'Usted está viendo la historia clínica de un menor de edad: <name>{person}</name>',
  viewingNewborn: 'Usted está viendo la historia clínica de un bebé recién nacido: <name>{person}</name>',
  viewingDeceased: 'Usted está viendo la historia clínica de una persona fallecida: <name>{person}</name>',
  deceased: 'Historia clínica de una persona fallecida: <name>{person}</name>',

  readingSoFar: 'Leyendo los resultados de {server}. Hasta ahora: {shown}.',
  reading: 'Leyendo los resultados de {server}.',
  readAt: 'Primero los más recientes. Leídos a las {time} de {server}.',
  allRead: 'Se leyeron todos los resultados.',
  someNotRead: 'No se pudieron leer algunos resultados. Puede faltar uno más reciente.',
  tryAgain: 'Intentar de nuevo',
  noResults: 'Todavía no hay resultados de laboratorio en esta historia clínica.',
  otherPatient:
    'Algunos resultados son de otra persona y no se muestran. Por favor, avise al centro de salud.',

  outsideHeading: 'Fuera del rango que usa el laboratorio',
  outsideNone: 'Ninguno de los resultados más recientes está fuera del rango que usa el laboratorio.',
  outsideNoneKnown:
    '{count, plural, one {1 resultado llegó} other {{shown} resultados llegaron}} sin un rango para comparar. Ningún otro resultado reciente está fuera de su rango.',
  outsideSoFar: 'Puede haber más: todavía se están leyendo los resultados.',
  urgentHeading: 'El laboratorio los marcó como urgentes',

  noDate: 'Sin fecha',
  otherResults: 'Otros resultados',

  now: 'ahora',
  lastTime: 'la vez anterior',
  labRange: 'rango del laboratorio',
  seeAll: '{count, plural, one {Ver el resultado} other {Ver los {shown} resultados}}',
  seeAllOf: '{count, plural, one {Ver el resultado} other {Ver los {shown} resultados}} de {name}',
  numberLine: '{value} ahora; la vez anterior {before}',
  numberLineOnly: '{value} ahora',
  inWords: '“{text}”',

  between: 'de {low} a {high}',
  upTo: 'hasta {limit}',
  below: 'menos de {limit}',
  from: '{limit} o más',
  above: 'más de {limit}',
  isInside: 'Este resultado está dentro del rango que usa el laboratorio: {range}.',
  isAbove: 'Este resultado está por encima del rango que usa el laboratorio: {range}.',
  isBelow: 'Este resultado está por debajo del rango que usa el laboratorio: {range}.',
  markedInside: 'El laboratorio marcó este resultado como dentro de su rango.',
  markedAbove: 'El laboratorio marcó este resultado como por encima de su rango.',
  markedBelow: 'El laboratorio marcó este resultado como por debajo de su rango.',
  markedOutside: 'El laboratorio marcó este resultado como fuera de su rango.',
  butMarkedInside: 'Pero el laboratorio lo marcó como dentro de su rango.',
  butMarkedAbove: 'Pero el laboratorio lo marcó como por encima de su rango.',
  butMarkedBelow: 'Pero el laboratorio lo marcó como por debajo de su rango.',
  butMarkedOutside: 'Pero el laboratorio lo marcó como fuera de su rango.',
  rangeInWords: 'El laboratorio escribió sobre su rango: {range}.',
  noRange: 'El laboratorio no envió un rango con este resultado.',
  rangeIs: 'El rango que usa el laboratorio es {range}.',
  upperNumber: 'Número de arriba: {said}',
  lowerNumber: 'Número de abajo: {said}',

  wasLastTime: 'La vez anterior, {date}, fue {value}.',
  wasInside: 'La vez anterior, {date}, fue {value}. Estaba dentro del rango.',
  wasAbove: 'La vez anterior, {date}, fue {value}. Estaba por encima del rango.',
  wasBelow: 'La vez anterior, {date}, fue {value}. Estaba por debajo del rango.',
  wasOutside: 'La vez anterior, {date}, fue {value}. Estaba fuera del rango.',
  nowHigher: 'Ahora es más alto.',
  nowLower: 'Ahora es más bajo.',
  nowSame: 'Ahora es igual.',
  firstTime: 'Es el primer resultado de esta prueba en esta historia clínica.',

  askWhatItMeans: 'Pregunte a su equipo médico qué significa esto.',
  askQuestions: '¿Tiene preguntas? Hable con su equipo médico.',
  callNow:
    'El laboratorio marcó este resultado como urgente. Si nadie ha hablado con usted sobre él, llame ahora a su equipo médico.',
  callNowAt:
    'El laboratorio marcó este resultado como urgente. Si nadie ha hablado con usted sobre él, llame ahora al {phone}.',
  wasUrgent: 'El laboratorio marcó este resultado como urgente.',
  askAboutRecord: '¿Tiene preguntas sobre esta historia clínica? Hable con el centro de salud.',

  notFinal:
    'Una prueba del {date} todavía no está lista. El valor aparecerá aquí cuando el laboratorio la termine.',
  notFinalNoDate:
    'Una prueba todavía no está lista. El valor aparecerá aquí cuando el laboratorio la termine.',
  noValue: 'Esta prueba no tiene un valor en esta historia clínica.',
  newerInWords: 'Un resultado más reciente, del {date}, está en palabras: “{text}”.',
  newerInOtherUnit: 'Un resultado más reciente, del {date}, está en otra unidad: {value}.',
  perhapsNewer: 'Otro resultado, del {date}, puede ser más reciente: {value}.',
  undatedResult: 'Otro resultado llegó sin fecha: {value}.',
  newerWithoutValue: 'Una prueba más reciente, del {date}, no tiene un valor en esta historia clínica.',
  cancelled: 'Una prueba del {date} se canceló.',
  alsoAtThatTime: 'A la misma hora hay otro resultado: {values}.',
  unitInDoubt: 'La unidad de este resultado puede ser incorrecta; no se guíe por su valor.',
  corrected: 'El laboratorio corrigió este resultado.',
  converted: 'El laboratorio lo envió como {original}.',
  labNote: 'El laboratorio anotó: {words}.',
};
