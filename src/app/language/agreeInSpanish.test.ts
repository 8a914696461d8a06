import { afterEach, expect, test } from 'vitest';
import { careTexts } from '../../screens/myResults/care/care.messages.ts';
import { longDateAndTime } from '../../screens/myResults/patientDates.ts';
import { myResultsTexts } from '../../screens/myResults/myResults.messages.ts';
import { speak, speakEnglish } from '../../words/language.ts';
import { agreeInSpanish, SPANISH } from './spanish.ts';

afterEach(() => speakEnglish());

test.each([
  ['Leídos a las 1:05 p. m. de Mercy.', 'Leídos a la 1:05 p. m. de Mercy.'],
  ['Leídos a las 01:05 de Mercy.', 'Leídos a la 01:05 de Mercy.'],
  ['Leídos a las 11:05 a. m.', 'Leídos a las 11:05 a. m.'],
  ['Leídos a las 13:05.', 'Leídos a las 13:05.'],
  ['Leído a las 2:30 a.m..', 'Leído a las 2:30 a.m.'],
  ['Hasta las 2:30 p. m.. Después no.', 'Hasta las 2:30 p. m. Después no.'],
  ['Ferritina...', 'Ferritina...'],
  ['Las 1:1 mezclas', 'Las 1:1 mezclas'],
  ['Una prueba del noviembre de 2026 se canceló.', 'Una prueba de noviembre de 2026 se canceló.'],
  [
    'Una prueba del 12 de noviembre de 2026 se canceló.',
    'Una prueba del 12 de noviembre de 2026 se canceló.',
  ],
  ['Una prueba del 2026 se canceló.', 'Una prueba del 2026 se canceló.'],
  ['Del octubre de 2026 al 5 de noviembre de 2026.', 'De octubre de 2026 al 5 de noviembre de 2026.'],
  ['del marzo de 1998 al abril de 1998', 'de marzo de 1998 a abril de 1998'],
  ['del 1 de marzo de 1998 al 2 de abril de 1998', 'del 1 de marzo de 1998 al 2 de abril de 1998'],
  ['No se tomó el marzo de 2026', 'No se tomó marzo de 2026'],
  ['La vez anterior, el 3 de marzo de 2026, fue', 'La vez anterior, el 3 de marzo de 2026, fue'],
  ['El laboratorio anotó: “Muestra hemolizada.”.', 'El laboratorio anotó: “Muestra hemolizada.”'],
  ['El laboratorio anotó: “¿Repetir?”.', 'El laboratorio anotó: “¿Repetir?”.'],
  ['El laboratorio anotó: “Véase la nota...”.', 'El laboratorio anotó: “Véase la nota...”'],
  ['Anotó: “Llamado a las 1:05 p. m..”. Otro.', 'Anotó: “Llamado a las 1:05 p. m..” Otro.'],
  ['Leyendo los resultados de St. Mary Hosp..', 'Leyendo los resultados de St. Mary Hosp.'],
])('%s', (text, said) => expect(agreeInSpanish(text)).toBe(said));

test.each([
  ['1 de octubre de 2026', '5 de octubre de 2026', 'del 1 de octubre de 2026 al 5 de octubre de 2026'],
  ['marzo de 1998', 'abril de 1998', 'de marzo de 1998 a abril de 1998'],
  ['1998', '1999', 'del 1998 al 1999'],
])('a stay from %s to %s is told with its articles', (from, to, said) => {
  speak('es', 'es-MX', SPANISH, agreeInSpanish);
  expect(careTexts('fromTo', { from, to })).toBe(said);
});

test('one o’clock is said right in texts and in dates with a time', () => {
  speak('es', 'es-MX', SPANISH, agreeInSpanish);
  expect(myResultsTexts('readAt', { server: 'Mercy', time: '1:05 p.m.' })).toContain('a la 1:05');
  expect(longDateAndTime(Date.parse('2026-11-24T19:17:00Z'), 'instant', 'America/Chicago')).toMatch(
    /a la 1:17|, 1:17/,
  );
  expect(longDateAndTime(Date.parse('2026-11-24T20:17:00Z'), 'instant', 'America/Chicago')).not.toContain(
    'a la ',
  );
});
