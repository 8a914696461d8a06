import { describe, expect, test } from 'vitest';
import { stepFrom } from '../../testing/eventsFromFhirFixture.ts';
import { meansNotDone } from './notDoneWords.ts';

describe('a dose that is called completed', () => {
  test.each([
    'Nicht gegeben wie geplant',
    'Gabe nicht erfolgt',
    'Gabe ausgelassen',
    'Dosis ausgelassen',
    'Nicht eingenommen',
    'Nicht genommen',
    'Vergessen',
    'Zurückgestellt',
    'Medikament nicht verfügbar',
    'Nicht vorrätig',
    'Wird später gegeben',
    'Dose not available',
    'Out of stock',
    'To be given later',
    'No se administró',
    'No se dio',
    'Dosis omitida',
    'Omitida',
    'No tomado',
    'No disponible',
    'Se dará más tarde',
    'Non donné',
    'Omis',
    'Oubliée',
    'Pas pris',
    'Non disponible',
    'Sera donné plus tard',
    'Niet ingenomen',
    'Overgeslagen',
    'Niet beschikbaar',
    'Wordt later gegeven',
    'Non dato',
    'Non assunta',
    'Saltata',
    'Sarà dato più tardi',
    'Não tomou',
    'Não dada',
    'Dose omitida',
    'Será dado mais tarde',
  ])('was not given where the reason of its status is "%s"', (text) => {
    const step = stepFrom('MedicationAdministration', {
      status: 'completed',
      effectiveDateTime: '2026-10-01T08:00:00Z',
      statusReason: [{ text }],
    });
    expect(step.isNotDone).toBe(true);
  });

  test.each([
    'Später gegeben',
    'Später gegeben wie geplant',
    'Wie geplant gegeben',
    'Gegeven zoals gepland',
    'Later gegeven zoals gepland',
    'Administrado según lo previsto',
    'Administré comme prévu',
    'Somministrato come previsto',
    'Administrado mais tarde como previsto',
    'Given later as planned',
    'Abgelehnt, dann gegeben wie geplant',
    'Abgelehnt, später wie geplant gegeben',
    'Refusé au début, puis donné comme prévu',
    'Geweigerd, later gegeven zoals gepland',
    'Rechazado, luego administrado como estaba previsto',
    'Rifiutato, poi somministrato come previsto',
    'Recusado, depois administrado como previsto',
    'Next dose will be given later',
    'Nächste Dosis wird später gegeben',
    'Given; brand not available',
    'Generic not available',
    'Toma omitida ayer, administrada hoy',
  ])('was given where it is "%s"', (text) => {
    expect(meansNotDone({ text }, false)).toBe(false);
  });

  test.each(['Not available', 'Nicht verfügbar', 'No disponible', 'Non disponible', 'Niet beschikbaar'])(
    'and the outcome "%s" of a procedure says nothing of it',
    (text) => {
      expect(meansNotDone({ text }, true)).toBe(false);
    },
  );
});
