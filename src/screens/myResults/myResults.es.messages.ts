import type { Translated } from '../../words/language.ts';
import type { myResultsMessages } from './myResults.messages.ts';

/** The texts of "My results" in Spanish, for readers in the Americas, who are addressed as "usted". */
export const myResultsSpanish: Translated<typeof myResultsMessages> = {
  title: 'Mis resultados',
  careTitle: 'Medicinas y visitas',
  measurements: 'Mis mediciones',
  measurementsOfOther: 'Mediciones',
  urgentMeasurement: 'Una medición se marcó como urgente.',
  seeMeasurements: 'Vea <measurements>{screen}</measurements>.',
  screens: 'Pantallas',
  titleOfOther: 'Resultados',
  born: 'Nacimiento: {date}',
  bornUnknown: 'No se sabe la fecha de nacimiento',
  died: 'Fecha de muerte: {date}',
  diedUnknown: 'No se sabe la fecha de muerte',
  readingName: 'Leyendo la historia clínica',
  skipToResults: 'Ir a los resultados',

  viewing: 'Usted está viendo la historia clínica de <whole><name>{person}</name></whole>',
  viewingChild: 'Usted está viendo la historia clínica de una persona menor de edad: <name>{person}</name>',
  viewingNewborn: 'Usted está viendo la historia clínica de un bebé recién nacido: <name>{person}</name>',
  viewingDeceased: 'Usted está viendo la historia clínica de una persona fallecida: <name>{person}</name>',
  viewingNameless: 'Usted está viendo la historia clínica de una persona: <name>{person}</name>',
  viewingDeceasedNameless:
    'Usted está viendo la historia clínica de una persona fallecida: <name>{person}</name>',
  deceasedNameless: 'Historia clínica de una persona fallecida: <name>{person}</name>',
  nameNotKnown: 'No se sabe el nombre',
  withoutPersonName: 'no se sabe el nombre',
  knownAs: '(también: <name>{person}</name>)',
  deceased: 'Historia clínica de una persona fallecida: <name>{person}</name>',

  shortNotInUse: 'Historia que ya no se usa',
  shortNotTheMain: 'No es la historia principal',
  notInUse: 'El centro de salud ya no usa esta historia clínica.',
  notTheMain: 'Esta no es la historia clínica principal de esta persona.',
  newerElsewhere: 'Puede haber resultados más recientes en otra historia clínica.',
  detailsChanged: 'Los datos de la parte de arriba cambiaron mientras esta página estaba abierta.',
  checkDetails: 'Compruebe que esta es la historia clínica correcta.',
  detailsNotRead:
    'Los datos de la parte de arriba no se pudieron leer de nuevo. Es posible que hayan cambiado.',
  longAfterDeath:
    'Algunos resultados son de más de un año después de la fecha de muerte. Una de estas fechas puede estar mal.',
  deathBeforeBirth: 'La fecha de muerte es anterior a la de nacimiento. Una de estas fechas puede estar mal.',
  tellOfDates: 'Por favor, avise al centro de salud.',
  askWhichRecord: 'Pregunte a su equipo médico cuál debe mirar.',

  readingSoFar: 'Leyendo los resultados de {server}. Hasta ahora: {shown}.',
  reading: 'Leyendo los resultados de {server}.',
  slowAnswer: '{server} tarda en responder. Longview lo sigue intentando.',
  readAt: 'Primero los más recientes. De {server}, leídos a las {time}.',
  readAtEmpty: 'De {server}, leído a las {time}.',
  readOn: 'De {server}, leído el {date}.',
  zone: 'Las fechas y las horas son las de {place}.',
  timeOfPlace: '{time} (hora de {place})',
  allRead: 'Se leyeron todos los resultados.',
  notShownYet: 'Llegaron más resultados. Todavía no se muestran.',
  someNotSent: '{server} no envió todos los resultados. Puede faltar uno más reciente.',
  noneAllowed:
    'Longview no tiene permiso para ver ningún resultado. Entre de nuevo y diga que sí quiere compartirlos. Si sigue pasando, pida ayuda al centro de salud.',
  someOfNobody:
    'Algunos resultados llegaron sin decir de quién son, y no se muestran. Puede faltar uno más reciente. Por favor, avise al centro de salud.',
  someNotRead: 'No se pudieron leer algunos resultados. Puede faltar uno más reciente.',
  onlyPart:
    'Longview solo puede ver una parte de los resultados. Puede faltar uno más reciente. Usted puede elegir qué compartir al entrar.',
  allOfPartRead: 'Se leyeron todos los resultados que Longview puede ver.',
  noResultsInPart:
    'No llegó ningún resultado de laboratorio. Longview solo puede ver una parte de esta historia clínica.',
  checkClock: 'Por favor, revise la fecha y la hora de este aparato. Después, vuelva a cargar esta página.',
  aheadOfClock:
    'Según el reloj de este aparato, {count, plural, one {1 resultado tiene} other {{shown} resultados tienen}} una fecha y una hora que todavía no han llegado. Si el reloj está mal, entre los más recientes puede faltar un resultado más nuevo.',
  tryAgain: 'Intentar de nuevo',
  noResults: 'Todavía no hay resultados de laboratorio en esta historia clínica.',
  noResultsRead: 'Hasta ahora no llegó ningún resultado de laboratorio. No se pudo leer todo.',
  laboratoryCheck:
    'El laboratorio también envió una prueba de sus propios equipos. No es de ninguna persona, y no se muestra.',
  anotherSubject:
    '{count, plural, one {1 resultado de esta historia clínica es} other {{shown} resultados de esta historia clínica son}} de otra persona o de otra cosa. Puede ser un bebé antes de nacer, un familiar, un donante o un aparato. {count, plural, one {No se muestra} other {No se muestran}} aquí.',
  askAboutSubject:
    'Su equipo médico le puede hablar de {count, plural, one {este resultado} other {estos resultados}}.',
  anotherSubjectUrgent:
    '{count, plural, one {Este resultado} other {Al menos uno de estos resultados}} de otra persona o cosa se marcó como urgente.',
  otherPatient:
    'Algunos resultados son de otra persona y no se muestran. Por favor, avise al centro de salud.',

  sentWords:
    'Las palabras del laboratorio y del centro de salud se muestran tal como se enviaron. Pueden estar en inglés.',

  outsideHeading:
    '{by, select, laboratory {Fuera del rango que usa el laboratorio} other {Fuera del rango que llegó con ellos}}',
  outsideOrNotUsual: 'Fuera del rango, o marcados como no habituales',
  outsideNone: 'Ninguno de los resultados más recientes está fuera del rango que usa el laboratorio.',
  outsideOpen:
    '{count, plural, one {1 prueba tiene} other {{shown} pruebas tienen}} un resultado que no está listo o que no se puede comparar todavía.',
  outsideGroup:
    '{count, plural, one {1 resultado es} other {{shown} resultados son}} parte de un grupo que se marcó por estar fuera de su rango.',
  outsideDoubted:
    '{count, plural, one {1 resultado puede no ser correcto. Su nota dice por qué.} other {{shown} resultados pueden no ser correctos. Sus notas dicen por qué.}}',
  outsideMarked:
    '{count, plural, one {1 resultado se marcó de otra manera. Su nota dice cómo.} other {{shown} resultados se marcaron de otra manera. Sus notas dicen cómo.}}',
  outsideUnknown:
    '{count, plural, one {1 resultado no se puede} other {{shown} resultados no se pueden}} comparar con un rango.',
  outsideNoOther: 'Ningún otro de los resultados más recientes está fuera de su rango.',
  newerOne: '(un resultado más reciente)',
  otherOne: '(otro resultado)',
  notFinalOne: '(todavía no está listo)',
  besideRange: '{side, select, above {por encima} below {por debajo} other {fuera}} del rango ({range})',
  besideOwnRange: '{side, select, above {por encima} below {por debajo} other {fuera}} de su rango',
  markedBeside:
    'marcado {form, select, words {como {side, select, above {más alto de lo habitual} below {más bajo de lo habitual} other {no habitual}}} other {{side, select, above {por encima} below {por debajo} other {fuera}} de su rango}}',
  showHeld: '{count, plural, one {Mostrar 1 resultado más} other {Mostrar {shown} resultados más}}',
  outsideSoFar: 'Puede haber más: todavía se están leyendo los resultados.',
  urgentHeading: 'Marcados como urgentes{by, select, laboratory { por el laboratorio} other {}}',

  noDate: 'Sin fecha',
  noSureDate: 'Fecha dudosa',
  maybeNotNewest: '{date}, quizá no es el más reciente',

  withoutName: 'Un resultado sin nombre',
  withoutUnit: 'se envió sin unidad',
  inUnit: 'en {unit}',

  now: '{newest, select, yes {ahora} other {este}}',
  lastTime: '{newest, select, yes {la vez anterior} other {antes}}',
  labRange: '{by, select, laboratory {rango del laboratorio} other {rango}}',
  seeAll: '{count, plural, one {Ver el resultado} other {Ver los {shown} resultados}}',
  numberLine:
    '{newest, select, yes {{value} ahora; la vez anterior {before}} other {{value}; antes {before}}}',
  numberLineOnly: '{newest, select, yes {{value} ahora} other {{value}}}',
  inWords: '“{text}”',
  yes: 'Sí',
  no: 'No',
  cannotShow: 'Longview no puede mostrar este tipo de valor.',
  spanOfDays: 'del {start} al {end}',
  spanOfMonths: 'de {start} a {end}',

  between: 'de {low} a {high}',
  forAge: '(edad: {age})',
  ageUnder: 'menos de {limit}',
  ageFrom: '{limit} o más',
  ageOver: 'más de {limit}',
  upTo: 'hasta {limit}',
  below: 'menos de {limit}',
  noUnit: '(sin unidad)',
  from: '{limit} o más',
  above: 'más de {limit}',
  position:
    '{by, select, laboratory {Este resultado está {side, select, inside {dentro} above {por encima} other {por debajo}} del rango que usa el laboratorio} other {Está {side, select, inside {dentro} above {por encima} other {por debajo}} del rango que se envió con esta medición}}: {range}.',
  meansLimit:
    'Esto quiere decir {sign, select, below {menos de {limit}} above {más de {limit}} upTo {{limit} o menos} other {{limit} o más}}.',
  marked:
    '{by, select, laboratory {El laboratorio indicó que este resultado} other {Se indicó que}} {form, select, words {{side, select, inside {es habitual} above {es más alto de lo habitual} below {es más bajo de lo habitual} other {no es habitual}}} other {está {side, select, inside {dentro} above {por encima} below {por debajo} other {fuera}} de su rango}}.',
  groupMarked:
    '{by, select, laboratory {El laboratorio indicó que un grupo de resultados} other {Se indicó que un grupo de mediciones}} está {side, select, inside {dentro} above {por encima} below {por debajo} other {fuera}} de su rango. Lo que ve aquí es parte del grupo.',
  butMarked:
    'Pero {by, select, laboratory {el laboratorio} other {se}} indicó que está {side, select, inside {dentro} above {por encima} below {por debajo} other {fuera}} de su rango.',
  offScale:
    'Es {side, select, above {más alto que el número más alto} other {más bajo que el número más bajo}} que {by, select, laboratory {la prueba} other {el aparato}} puede medir.',
  groupOffScale:
    'En un grupo de {by, select, laboratory {resultados} other {mediciones}}, hay un número {side, select, above {más alto} other {más bajo}} de lo que se puede medir. Lo que ve aquí es parte del grupo.',
  flagWords: '{by, select, laboratory {El laboratorio lo marcó así} other {Se marcó así}}: “{words}”.',
  groupFlagWords:
    '{by, select, laboratory {El laboratorio marcó así un grupo de resultados} other {Un grupo de mediciones se marcó así}}: “{words}”. Lo que ve aquí es parte del grupo.',
  rangeInWords:
    '{by, select, laboratory {El laboratorio escribió sobre {form, select, words {lo habitual} other {su rango}}} other {{form, select, words {Esto se envió con esta medición sobre lo habitual} other {Este rango se envió con esta medición}}}}: {range}.',
  groupRangeInWords:
    '{by, select, laboratory {El laboratorio escribió sobre el rango de un grupo de resultados} other {Este rango se envió con un grupo de mediciones}}: {range}.',
  goal: '{by, select, laboratory {El laboratorio envió} other {Con esta medición se envió}} {kind, select, goal {una meta} recommended {un rango recomendado} other {un rango para el tratamiento}}: {range}.',
  noRange: 'Este resultado llegó sin un rango.',
  rangeIs:
    '{by, select, laboratory {El rango que usa el laboratorio} other {El rango que se envió con esta medición}} es {range}.',
  upperNumber: 'Número de arriba: {said}',
  lowerNumber: 'Número de abajo: {said}',
  sideMissing: 'El número de {side, select, upper {arriba} other {abajo}} no se anotó.',
  sideUnclear:
    'El número de {side, select, upper {arriba} other {abajo}} que se envió no está claro, por eso no aparece aquí.',

  was: '{newest, select, yes {La vez anterior} other {Antes}}, {exact, select, yes {el} other {en}} {date}, fue de {value}.',
  wasInWords:
    '{newest, select, yes {La vez anterior} other {Antes}}, {exact, select, yes {el} other {en}} {date}, fue {value}.',
  wasBeside:
    '{form, select, words {Se marcó como {side, select, inside {habitual} above {más alto de lo habitual} below {más bajo de lo habitual} other {no habitual}}} other {Estaba {side, select, inside {dentro} above {por encima} below {por debajo} other {fuera}} del rango}}.',
  thatConverted: 'Ese valor se envió como {original}.',
  thatAmountOver: 'Esa fue la cantidad en {time}.',
  thatToBeChecked: 'Ese valor se debe revisar.',
  thatDoubted: 'Se anotó un problema con esa muestra o ese valor.',
  nowHigher: '{newest, select, yes {Ahora es} other {Este es}} más alto.',
  nowLower: '{newest, select, yes {Ahora es} other {Este es}} más bajo.',
  nowSame: '{newest, select, yes {Ahora es} other {Este es}} igual.',

  askWhatItMeans: 'Pregunte a su equipo médico qué significa esto.',
  careTeamCanTell: 'Su equipo médico le puede decir qué significa esto.',
  careTeamCanTellWhen: 'Su equipo médico le puede decir cuándo va a estar listo el resultado.',
  askIfDoneAgain: 'Pregunte a su equipo médico si se hará de nuevo.',
  askQuestions: '¿Tiene preguntas? Hable con su equipo médico.',
  call: 'Llamar al {phone}',
  callNow: 'Si nadie ha hablado con usted sobre esto, llame ahora a su equipo médico.',
  callNowAt: 'Si nadie ha hablado con usted sobre esto, llame ahora: {call}.',
  urgent:
    '{by, select, laboratory {El laboratorio marcó {which, select, newer {un resultado más reciente} another {otro resultado} other {este resultado}}} other {{which, select, newer {Una medición más reciente} another {Otra medición} other {Esta medición}} se marcó}} como urgente.',
  groupUrgent:
    '{by, select, laboratory {El laboratorio marcó como urgente un grupo de resultados. {which, select, newer {El más reciente} another {Otro} other {Este}}} other {Un grupo de mediciones se marcó como urgente. {which, select, newer {La más reciente} another {Otra} other {Esta}}}} es parte del grupo.',
  askAboutRecord: '¿Tiene preguntas sobre esta historia clínica? Hable con el centro de salud.',

  notFinal:
    '{by, select, laboratory {Una prueba del {date} todavía no está lista. El valor aparecerá aquí cuando el laboratorio la termine.} other {Una medición del {date} todavía no está lista. El valor aparecerá aquí cuando esté lista.}}',
  notFinalNoDate:
    '{by, select, laboratory {Una prueba todavía no está lista. El valor aparecerá aquí cuando el laboratorio la termine.} other {Una medición todavía no está lista. El valor aparecerá aquí cuando esté lista.}}',
  noValue:
    'Esta {by, select, laboratory {prueba} other {medición}} no tiene un valor en esta historia clínica.',
  groupName: 'Esto es el nombre de un grupo de resultados. Vea cada uno de ellos.',
  cannotRead: 'Longview no puede leer este resultado con seguridad.',
  withheld: 'El centro de salud no muestra este valor aquí.',
  valueUnknown: 'No se sabe el valor.',
  valueUnknownYet: 'Todavía no se sabe el valor.',
  wasNotAsked: 'No se preguntó.',
  wasNotAnswered: 'No se dio una respuesta.',
  doesNotApply: 'No se aplica en este caso.',
  valueLostByError: 'Falta el valor por un error.',
  valueNotSendable: 'El centro de salud no pudo enviar el valor.',
  valueElsewhere: 'El valor está en un texto que no se muestra aquí.',
  codeAlone: 'Solo llegó un código, sin sus palabras.',
  meansPending: 'Esto quiere decir que la prueba todavía no estaba lista.',
  meansNotDone: 'Esto quiere decir que la prueba no se hizo.',
  meansTooLittle: 'Esto quiere decir que no había suficiente muestra para la prueba.',
  meansElsewhere: 'Las palabras a las que esto se refiere no se muestran aquí.',
  wasNotDone: 'Esta {by, select, laboratory {prueba} other {medición}} no se hizo.',
  newerInWords:
    '{by, select, laboratory {Un resultado} other {Una medición}} más reciente, del {date}, está en palabras: “{text}”.',
  newerInOtherUnit:
    '{by, select, laboratory {Un resultado} other {Una medición}} más reciente, del {date}, está en otra unidad: {value}.',
  newerNotCompared:
    '{by, select, laboratory {Un resultado} other {Una medición}} más reciente, del {date}, no se puede comparar con lo anterior: {value}.',
  newerUnsafe:
    '{by, select, laboratory {Un resultado} other {Una medición}} más reciente no se puede mostrar aquí de forma segura.',
  itIsOutside:
    '{form, select, words {Se marcó como {side, select, above {más alto de lo habitual} below {más bajo de lo habitual} other {no habitual}}} other {Está {side, select, above {por encima} below {por debajo} other {fuera}} de su rango}}.',
  shownIsFrom: '{by, select, laboratory {El resultado} other {La medición}} que se ve aquí es del {date}.',
  perhapsNewer:
    '{by, select, laboratory {Otro resultado} other {Otra medición}}, del {date}, puede ser más reciente: {value}.',
  undatedResult: '{by, select, laboratory {Otro resultado} other {Otra medición}} llegó sin fecha: {value}.',
  doubtfulDateResult:
    '{by, select, laboratory {Otro resultado} other {Otra medición}} tiene una fecha que no puede ser correcta, {date}: {value}.',
  manyUndated:
    '{by, select, laboratory {Otros {shown} resultados} other {Otras {shown} mediciones}} no tienen fecha, o tienen una que no puede ser correcta. Están en la lista de todos los resultados.',
  someOutside: 'Al menos uno está fuera de su rango.',
  undatedWithoutValue: 'Otra {by, select, laboratory {prueba} other {medición}} llegó sin fecha y sin valor.',
  newerWithoutValue:
    'Una {by, select, laboratory {prueba} other {medición}} más reciente, del {date}, no tiene un valor en esta historia clínica.',
  cancelled: 'Una {by, select, laboratory {prueba} other {medición}} del {date} se canceló.',
  cancelledNoDate: 'Una {by, select, laboratory {prueba} other {medición}} se canceló.',
  alsoAtThatTime:
    '{when, select, moment {A la misma hora} other {En la misma fecha}} hay {by, select, laboratory {otro resultado} other {otra medición}}: {values}.',
  statusUnknown:
    '{by, select, laboratory {El laboratorio no dijo que este resultado sea definitivo} other {Nadie dijo que esta medición sea la definitiva}}.',
  replaced:
    '{by, select, laboratory {El laboratorio envió otro resultado en lugar de este} other {Se envió otra medición en lugar de esta}}.',
  dateInDoubt:
    'La fecha de {by, select, laboratory {este resultado} other {esta medición}} no puede ser correcta.',
  cut: 'Este resultado es más largo de lo que se muestra aquí.',
  unitMissing: '{by, select, laboratory {Este resultado} other {Esta medición}} llegó sin unidad.',
  unitInDoubt:
    'La unidad de {by, select, laboratory {este resultado} other {esta medición}} puede ser incorrecta; no se guíe por su valor.',
  valueUnusual: 'Este número es muy poco común, por eso se debe revisar.',
  partsContradict:
    'Algunos números de {by, select, laboratory {esta prueba} other {esta medición}} no concuerdan entre sí, por eso se deben revisar.',
  corrected:
    '{by, select, laboratory {El laboratorio corrigió este resultado} other {Esta medición se corrigió}}.',
  amended:
    '{by, select, laboratory {El laboratorio cambió este resultado o le agregó algo} other {Esta medición se cambió o se le agregó algo}}.',
  converted: '{by, select, laboratory {El laboratorio lo envió} other {Se envió}} como {original}.',
  amountOver: 'Es la cantidad en {time}.',
  alsoWithoutValue: 'También se marcó como si no tuviera un valor.',
  badSample: 'La muestra se marcó como no apta para la prueba.',
  sampleInError: 'La muestra se marcó como anotada por error.',
  toldElsewhere:
    '{where, select, specimen {Con otro resultado de esta muestra} panel {Para todo el grupo de pruebas} other {Con otro resultado de la misma hora}}, el laboratorio anotó: “{words}”.',
  afterDeath: 'La fecha de este resultado es posterior a la fecha de fallecimiento.',
  labNote: '{by, select, laboratory {El laboratorio anotó} other {Se anotó con esta medición}}: “{words}”.',
};
