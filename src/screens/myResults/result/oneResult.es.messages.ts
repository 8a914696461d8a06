import type { Translated } from '../../../words/language.ts';
import type { oneResultMessages } from './oneResult.messages.ts';

/** The same texts in Spanish, for readers in the Americas, who are addressed as "usted". */
export const oneResultSpanish: Translated<typeof oneResultMessages> = {
  back: 'Volver a los resultados',
  requested: 'Resultado',
  reading: 'Se están leyendo los resultados.',
  stillReading: 'Este resultado aún no ha llegado. Todavía se están leyendo los resultados.',
  notFound: 'Esta historia clínica no tiene ningún resultado en esta dirección.',
  notFoundSoFar:
    'No se encontró este resultado. Algunos resultados no se pudieron leer, así que puede estar entre ellos.',
  notFoundInPart:
    'No se encontró este resultado. Longview solo puede ver una parte de esta historia clínica.',
  bloodPressureWhat:
    'La fuerza con que la sangre empuja en las arterias. El primer número se toma cuando el corazón se aprieta. El segundo, cuando descansa.',

  overTime: 'A lo largo del tiempo',
  axisTitle: '<test>{name}</test> (<measured>{unit}</measured>)',
  chartLabel: '<test>{name}</test> a lo largo del tiempo',
  chartKeys: 'Use las flechas izquierda y derecha para leer cada resultado.',
  wordsBelow: 'las palabras están abajo',
  windows: 'Cuánto tiempo muestra la gráfica',
  lastYear: '1 año',
  lastFiveYears: '5 años',
  allTime: 'Todo',
  olderNotShown:
    '{count, plural, one {1 resultado más antiguo no está en la gráfica.} other {{shown} resultados más antiguos no están en la gráfica.}}',
  earlier: 'Resultado anterior',
  later: 'Resultado siguiente',
  position: 'Resultado {place} de {count}',
  keyRange: '{by, select, laboratory {rango del laboratorio} other {rango que se envió}}',
  keyLimit: '{by, select, laboratory {límite del laboratorio} other {límite que se envió}}',
  keyResult: 'un resultado',
  keyPressure: 'número de arriba y de abajo',
  keyUncertain: 'el número o el día no es exacto',
  keyUndrawn: 'sin número para dibujar',
  noChart: 'No hay un número para dibujar. Por eso no hay gráfica.',
  lineStops:
    'La línea se corta donde pasó mucho tiempo sin un resultado, o donde dos resultados no se pueden comparar.',
  rangeChanged:
    'El rango {by, select, laboratory {del laboratorio} other {que se envió}} cambió con el tiempo. La gráfica muestra el rango de cada resultado.',
  scaleExtended: 'La escala se hizo más grande para que entren todos los resultados.',
  manyResults: 'La gráfica tiene {shown} resultados. Algunos están tan cerca que no se distinguen.',
  methodChanged:
    'Desde el {date}, se midió de otra manera. No compare los números de antes y de después de ese día.',
  specimenChanged:
    'Desde el {date}, se examinó otro tipo de muestra. No compare los números de antes y de después de ese día.',
  conditionsChanged:
    'Desde el {date}, la prueba se hizo en otras condiciones, como antes de comer, o durante más o menos horas. No compare los números de antes y de después de ese día.',
  unitChanged: 'Desde el {date}, el número se envió en otra unidad.',
  changedOften:
    'La manera de medir cambió {shown} veces. No compare números de los dos lados de una línea de puntos.',

  allResults: 'Todos los resultados',
  dateHead: 'Fecha',
  resultHead: 'Resultado',
  rangeHead: 'Comparado con {by, select, laboratory {el rango del laboratorio} other {su rango}}',
  zone: 'Primero los más recientes. Las horas son las de {place}.',
  showMore: '{count, plural, one {Mostrar 1 resultado más} other {Mostrar {shown} resultados más}}',
  shownOf: 'Se muestran {shown} de {total} resultados.',
  withdrawn:
    '{by, select, laboratory {El laboratorio retiró estos resultados} other {Estos resultados se retiraron}} y no se muestran: {shown}.',
  inside: 'Dentro del rango: {range}',
  above: 'Por encima del rango: {range}',
  below: 'Por debajo del rango: {range}',
  notCompared: 'El rango es {range}. El resultado no se puede comparar con él.',
  rangeInWords: '{by, select, laboratory {El laboratorio puso} other {Se envió con esta medición}}: {range}',
  noRange: 'No se envió un rango.',
  marked:
    '{by, select, laboratory {El laboratorio} other {Se}} indicó que {form, select, words {{side, select, inside {es habitual} above {es más alto de lo habitual} below {es más bajo de lo habitual} other {no es habitual}}} other {está {side, select, inside {dentro} above {por encima} below {por debajo} other {fuera}} de su rango}}.',
  groupMarkedUrgent:
    '{by, select, laboratory {El laboratorio marcó un grupo de resultados} other {Un grupo de mediciones se marcó}} como urgente. Lo que ve aquí es parte del grupo.',
  markedUrgent: '{by, select, laboratory {El laboratorio lo marcó} other {Se marcó}} como urgente.',
  upper: 'Número de arriba: {said}',
  lower: 'Número de abajo: {said}',
  notFinal:
    'Todavía no está listo. El valor se mostrará cuando {by, select, laboratory {el laboratorio lo termine} other {esté listo}}.',
  noValue: 'No se envió un valor.',
  cancelled: 'Esta prueba se canceló.',
  laboratoryCheck: 'Es una prueba que el laboratorio hace a sus equipos. El valor no se muestra.',
  otherPerson: 'Esto no se midió en la persona de esta historia clínica. El valor no se muestra.',
  notInChart: 'No está en la gráfica, porque no se puede comparar con los otros números.',
  sentTwice: 'Este resultado se envió más de una vez.',

  unitMeaning: '¿Qué significa {unit}?',
  unitSaid: '{unit} se lee “{name}”.',

  questions: 'Preguntas para llevar',
  questionsOf: '¿Qué quiere preguntar sobre este resultado?',
  questionsStay:
    'Lo que usted escribe queda solo en esta ventana. No se guarda ni se envía. Se borra cuando usted cierra la ventana o se cierra su sesión. Está en la hoja que usted imprime.',

  print: 'Imprimir para su cita',
  share: 'Compartir este resultado',
  copy: 'Copiar este resultado',
  copied: 'El texto está copiado. Lo puede pegar donde quiera.',
  copyByHand: 'Aquí no se permite copiar. Puede marcar el texto y copiarlo usted.',
  textToCopy: 'Texto para copiar',
  shareFrom: 'De {server}, leído el {date}.',

  sheetTitle: 'Resultados para la cita',
  sheetTitleOne: '{name}: para la cita',
  bornLabel: 'Fecha de nacimiento',
  ageLabel: 'Edad',
  ageAtDeathLabel: 'Edad al morir',
  died: 'Esta persona murió.',
  notKnown: 'no se sabe',
  identifier: 'Número',
  ageYears: '{count, plural, one {1 año} other {{shown} años}}',
  ageMonths: '{count, plural, one {1 mes} other {{shown} meses}}',
  ageWeeks: '{count, plural, one {1 semana} other {{shown} semanas}}',
  ageDays: '{count, plural, one {1 día} other {{shown} días}}',
  ageHours: '{count, plural, one {1 hora} other {{shown} horas}}',
  ageMinutes: '{count, plural, one {1 minuto} other {{shown} minutos}}',
  sheetSource: 'De {server}. Leídos el {read}, impresos el {printed}. Las horas son las de {place}.',
  sheetReading: 'Cuando se imprimió esta hoja, la lectura no había terminado. Pueden faltar resultados.',
  sheetUrgent: 'Marcados como urgentes',
  sheetOutside: 'Fuera del rango que llegó con ellos',
  sheetOutsideOrNotUsual: 'Fuera del rango, o marcados como no habituales',
  sheetOthers: 'Otros resultados',
  sheetNone: 'No hay resultados para imprimir.',
  testHead: 'Prueba',
  nowHead: 'Resultado',
  lastHead: 'La vez anterior',
  placeHead: 'Rango',
  noLast: 'no hay',
  sheetRest:
    '{count, plural, one {1 resultado más antiguo no está} other {{shown} resultados más antiguos no están}} en esta hoja.',
  sheetNotes: 'Notas',
};
