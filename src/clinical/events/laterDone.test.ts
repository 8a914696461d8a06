import { expect, test } from 'vitest';
import { meansNotDone } from './notDoneWords.ts';

test.each([
  'Refused at first, then given',
  'Refused at first, given at 10:00',
  'Patient refused initially, later accepted',
  'Declined at first; subsequently administered',
  'Postponed, then performed on the ward',
  'Deferred until noon, then done',
  'Refused at first, then taken',
  'Zunächst abgelehnt, dann verabreicht',
  'Abgelehnt, später durchgeführt',
  'Rechazado al principio, luego administrado',
  'Pospuesta, después realizada',
  'Refus au début, puis administré',
  'Reportée, ensuite réalisée',
  'Rifiutato, poi somministrato',
  'Recusado, depois administrado',
  'Geweigerd, later alsnog gegeven',
  'Zunächst abgelehnt, später doch gegeben',
  'Held for NPO, later given with sips',
  'Rifiutato, poi è stato somministrato',
])('"%s" says that it was done in the end', (text) => {
  expect(meansNotDone({ text }, true)).toBe(false);
  expect(meansNotDone({ text }, false)).toBe(false);
});

test.each([
  'Refused at first, then refused again',
  'Refused at first, then not given',
  'Refused, will be given later',
  'Refused, then to be given tomorrow',
  'Refused, should be done later',
  'Postponed, later to be performed',
  'Not given',
  'Refused, dose not taken',
  'Refused. Education given.',
  'Refused, information given to family',
  'Declined, then discharged',
  'Refused at first and then again',
  'Refused at first, education given',
  'Refused, then given education',
  'Refused, then given time to think',
  'Refused, later none given',
  'Refused, then no dose given',
  'Refused, then accepted discharge',
  'Held until later, patient taken to dialysis',
  'Held, patient then taken to OR',
  'Contraindicated, then alternative given',
  'Contraindicated, patient later given another drug',
  'Refused, paracetamol then given instead',
  'Abgelehnt, dann nicht mehr verabreicht',
  'Abgelehnt, später keine Gabe erfolgt',
  'Geweigerd, later niet meer gegeven',
  'Geweigerd, moet later gegeven worden',
  'Refusé, puis jamais administré',
  'Refusé, doit être ensuite administré',
  'Rechazado, luego nunca administrado',
  'Aplazada para después de realizada la resonancia',
  'Rifiutato, poi non più somministrato',
  'Recusado, depois nunca administrado',
  'Abgelehnt, wird später durchgeführt',
  'Abgelehnt, soll dann morgen erfolgen',
  'Rechazado, se administrará luego',
  'Refusé, sera réalisé ensuite',
  'Acte non indiqué',
  'Procedura non indicata',
  'Procedimento não indicado',
])('"%s" says that it was not', (text) => {
  expect(meansNotDone({ text }, true)).toBe(true);
});

test.each(['Non indiqué', 'Côté non indiqué', 'Non indicato', 'Latéralité : non indiquée'])(
  '"%s" may say that nobody wrote it down, and leaves it done',
  (text) => {
    expect(meansNotDone({ text }, true)).toBe(false);
  },
);
