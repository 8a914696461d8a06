import type { Translated } from '../../../words/language.ts';
import type { startMessages } from './start.messages.ts';

/** These are the texts of the start page in Spanish, for readers who are addressed as "usted". */
export const startSpanish: Translated<typeof startMessages> = {
  name: 'Longview',
  purpose: 'Vea cómo cambian con el tiempo sus signos vitales y sus resultados de laboratorio.',
  signInWhereKept:
    'Entre en el lugar que guarda su historia clínica. Longview la lee, no guarda nada y no cambia nada.',
  openFromChart: 'Abra Longview desde la historia de un paciente. Aquí no se puede entrar de otra manera.',
  signInTo: 'Entrar en <place>{server}</place>',

  where: '¿Dónde se atiende usted?',
  search: 'Busque su clínica u hospital',
  searchHelp: 'Escriba unas letras de su nombre o de su ciudad.',
  places: 'Lugares para entrar',
  placeLine: '<said>Entrar en</said> <place>{server}</place>',
  placeLineOf: '<said>Entrar en</said> <place>{server}</place> <more>{about}</more>',
  portal: 'portal <place>{portal}</place>',
  found:
    '{count, plural, =0 {No se encontró nada} one {Se encontró 1 lugar} other {Se encontraron {shown} lugares}}',
  foundFirst: 'Los primeros {shown} de {all} lugares. Escriba más letras para ver menos.',
  notFound: 'Ningún lugar de aquí tiene este nombre. Revise cómo lo escribió, o escriba su ciudad.',
  notListed: '¿No está su clínica? Quizás aún no trabaja con Longview. Pregunte a su personal.',
  someFromChart: 'Algunos lugares abren Longview solo desde su propio sitio. No están en esta lista.',
  wrongPlace: 'Si abre el lugar equivocado, vuelva atrás y elija otra vez.',
  opening: 'Abriendo la página para entrar en <place>{server}</place>…',
  chooseAnother: 'Elegir otro lugar',
};
