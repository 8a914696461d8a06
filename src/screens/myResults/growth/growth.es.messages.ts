import type { Translated } from '../../../words/language.ts';
import type { growthMessages } from './growth.messages.ts';

export const growthSpanish: Translated<typeof growthMessages> = {
  tab: 'Crecimiento',
  heading: 'Crecimiento',
  intro: 'Aquí puede ver cómo se compara un niño con otros de la misma edad y el mismo sexo.',
  notMeant:
    'Hay niños sanos de todos los tamaños. Un solo número no dice si un niño crece bien. Estar en el medio no es una meta.',
  careTeamLooks:
    'Su equipo médico mira muchas medidas a lo largo del tiempo. Le puede decir qué significan estas.',
  loading: 'Cargando las tablas de crecimiento.',
  notLoaded:
    'No se pudieron cargar las tablas de crecimiento. Vuelva a cargar la página para intentarlo otra vez.',
  noneInPart:
    'No llegó ninguna medida de crecimiento. Longview solo puede ver una parte de esta historia clínica.',
  none: 'Todavía no hay medidas de crecimiento en esta historia clínica.',

  height: 'Estatura o longitud',
  weight: 'Peso',
  headCircumference: 'Perímetro de la cabeza',
  bmi: 'Índice de masa corporal (IMC)',

  valueOn: '{value} el {date}',
  atAge: 'Edad ese día: {age}.',
  atBirth: '{dated, select, yes {al nacer, anotado el {date}} other {al nacer}}',
  valueAtBirth: '{value} {atBirth}',
  bornEarly:
    'Nació antes de tiempo, a las {weeks} semanas. Hasta los 2 años contamos la edad desde la fecha prevista del parto. Ese día era: {age}. Es la edad corregida.',
  noLongerCorrected:
    'Desde los 2 años, la edad se cuenta desde el nacimiento, también cuando nació antes de tiempo.',
  pregnancyNotUsed:
    'La historia clínica tiene una nota sobre cuánto duró el embarazo. No pudimos usarla, así que la edad se cuenta desde el nacimiento.',

  dayOfBirth: 'menos de 1 día',
  days: '{count, plural, one {1 día} other {{shown} días}}',
  weeks: '{count, plural, one {1 semana} other {{shown} semanas}}',
  months: '{count, plural, one {1 mes} other {{shown} meses}}',
  years: '{count, plural, one {1 año} other {{shown} años}}',
  yearsAndMonths: '{years} y {months}',
  beforeDueDate: 'antes de la fecha prevista del parto',

  aboutShorter:
    'De cada 100 {sex, select, female {niñas} other {niños}} de esta edad, {count, plural, one {cerca de 1 mide} other {cerca de {shown} miden}} menos.',
  fewShorter: 'De cada 100 {sex, select, female {niñas} other {niños}} de esta edad, menos de 1 mide menos.',
  mostShorter: 'De cada 100 {sex, select, female {niñas} other {niños}} de esta edad, más de 99 miden menos.',
  aboutLighter:
    'De cada 100 {sex, select, female {niñas} other {niños}} de esta edad, {count, plural, one {cerca de 1 pesa} other {cerca de {shown} pesan}} menos.',
  fewLighter: 'De cada 100 {sex, select, female {niñas} other {niños}} de esta edad, menos de 1 pesa menos.',
  mostLighter: 'De cada 100 {sex, select, female {niñas} other {niños}} de esta edad, más de 99 pesan menos.',
  aboutSmaller:
    'De cada 100 {sex, select, female {niñas} other {niños}} de esta edad, {count, plural, one {cerca de 1 tiene} other {cerca de {shown} tienen}} la cabeza más pequeña.',
  fewSmaller:
    'De cada 100 {sex, select, female {niñas} other {niños}} de esta edad, menos de 1 tiene la cabeza más pequeña.',
  mostSmaller:
    'De cada 100 {sex, select, female {niñas} other {niños}} de esta edad, más de 99 tienen la cabeza más pequeña.',
  aboutLowerBmi:
    'De cada 100 {sex, select, female {niñas} other {niños}} de esta edad, {count, plural, one {cerca de 1 tiene} other {cerca de {shown} tienen}} un IMC más bajo.',
  fewLowerBmi:
    'De cada 100 {sex, select, female {niñas} other {niños}} de esta edad, menos de 1 tiene un IMC más bajo.',
  mostLowerBmi:
    'De cada 100 {sex, select, female {niñas} other {niños}} de esta edad, más de 99 tienen un IMC más bajo.',

  who2006: 'Comparado con los patrones de crecimiento de la OMS, de 2006.',
  cdc2000: 'Comparado con las tablas de crecimiento de los CDC, de 2000.',
  sent: 'El centro de salud envió un número propio: {percentile} de 100. Puede usar otras tablas.',

  layAssumed:
    'La historia clínica no dice si se midió de pie o en posición acostada. Aquí se compara con niños que están acostados.',
  stoodAssumed:
    'La historia clínica no dice si se midió de pie o en posición acostada. Aquí se compara con niños que están de pie.',
  stated: 'Este número no se midió en la consulta: alguien lo dijo.',
  tablesChange:
    'A los 2 años se usan otras tablas. El lugar entre 100 niños puede cambiar de golpe ahí, aunque el crecimiento siga igual que antes.',

  likelyMistake:
    'Este valor es muy distinto del de otros niños. Puede estar mal anotado, así que no lo comparamos.',
  askToCheck: 'Pida a su equipo médico que lo revise.',
  noValue: 'Este valor o su unidad no está claro, así que no podemos compararlo.',
  noBirth: 'La historia clínica no tiene la fecha de nacimiento completa, así que no podemos comparar.',
  noTime: 'El día de esta medida no está claro, así que no podemos compararla.',
  noSex:
    'Las tablas son para niñas o para niños. La historia clínica no dice cuál, así que no podemos comparar.',
  twoSexes:
    'Las tablas son para niñas o para niños. La historia clínica no deja claro cuál, así que no podemos comparar.',
  noTable: 'Las tablas no tienen números para esta edad.',
  beforeTerm:
    'Esto fue antes de la fecha prevista del parto. Las tablas empiezan en esa fecha, así que no podemos comparar.',
  twoPregnancies:
    'La historia clínica da dos duraciones distintas del embarazo. Por eso no sabemos con qué edad comparar.',
  stood:
    'Antes de los 2 años, las tablas son para niños acostados. Esta medida se tomó de pie, así que no podemos comparar.',
  lay: 'Desde los 2 años, las tablas son para niños de pie. Esta medida se tomó en posición acostada, así que no podemos comparar.',
  noCurves: 'No hay líneas: {reason}',
};
