import { describe, expect, test } from 'vitest';
import { notMeasuredWords } from './refusal.ts';
import { textsInLanguages } from './textLinesFixture.ts';

/** The number beside these stands: an index, an earlier specimen, a range or something else is meant. */
const UNSAID: Readonly<Record<string, readonly string[]>> = {
  English: [
    'Cancelled. Results were previously reported. | Hemolysis: not measured | Lipemia index not measured',
    'HIL indices not performed | Icterus index: not done | previously reported as QNS',
    'Corrected result; previously reported as not performed | Corrected from "specimen rejected"',
    'Previous specimen rejected; this is a recollect | Recollected after first specimen was lost',
    'Replaces rejected specimen | Recollection for rejected sample | Please disregard previous result',
    'Disregard prior result of 7.2 | Replacement for cancelled order | Manual differential not resulted',
    'Reference range not available | Previous results not available for comparison',
    'Fasting status not available | Time of last dose not available',
    'If specimen is lost in transit, recollect | Specimens received after 24 hours will be rejected',
    'Unable to reach provider | Unable to obtain read-back',
    'Unable to obtain venous sample; capillary collected | Transplant rejected | Lost to follow-up',
    'Appointment cancelled | Result valid | No specimen problems | Repeat test credited',
    'Clinical information not available | Weight lost | Interpretation not available | Comment not available',
    'Originally reported as TNP | Amended: was reported as specimen clotted, not performed',
    'Initial sample lost; second sample analyzed | Reordered: first order canceled',
    'Critical call rejected by ward | Add-on test credited | Hemolysis index not available',
    'Bilirubin not measured | Rotavirus test | Cassette test | Deletion analysis | Voided specimen',
    'Discard tube | Rejection | Volume voided | Cancelled. Result was previously reported on 3 May.',
    'Osmolality, not available | Chart reviewed - not available | Removed tourniquet | Ethanol: not tested',
  ],
  German: [
    'Vorbefund nicht verfügbar | Hämolyseindex nicht bestimmt | Vorprobe unbrauchbar',
    'Referenzbereich nicht verfügbar | Ersatz für stornierte Anforderung',
    'Zuvor als nicht durchgeführt gemeldet | Storniert. Befund wurde bereits übermittelt.',
    'Vorherige Probe unbrauchbar | Hämolyse: nicht bestimmt | Frühere Werte nicht verfügbar',
    'Klinische Angaben nicht verfügbar | Hämolyse nicht gemessen | Zweitmessung nicht möglich',
    'Vorbefund bitte ignorieren',
  ],
  French: [
    "Antériorités non disponibles | Indice d'hémolyse non mesuré | Valeurs de référence non disponibles",
    'Remplace un prélèvement refusé | Précédemment rendu comme non dosé | Résultat précédent annulé',
    'Ne pas tenir compte du résultat précédent | Annulé; résultat déjà rendu',
    'Renseignements cliniques non disponibles | Hémolyse : non mesurée | Premier prélèvement non conforme',
  ],
  Spanish: [
    'Índice de hemólisis no medido | Valores previos no disponibles | Sustituye a muestra rechazada',
    'Informado previamente como no realizado | Intervalo de referencia no disponible',
    'Muestra anterior inadecuada | Ignorar el resultado anterior | Cancelado; resultado ya informado',
    'Datos clínicos no disponibles | Hemólisis: no medida',
  ],
  Dutch: [
    'Hemolyse-index niet gemeten | Eerdere uitslag niet beschikbaar | Referentiewaarden niet beschikbaar',
    'Vorige monster afgekeurd | Eerder gerapporteerd als niet uitgevoerd',
    'Klinische gegevens niet beschikbaar | Hemolyse: niet gemeten | Geannuleerd; uitslag reeds gerapporteerd',
  ],
  Italian: [
    'Indice di emolisi non misurato | Precedenti non disponibili | Sostituisce campione non idoneo',
    'Campione precedente non idoneo | Intervallo di riferimento non disponibile',
    'Refertato in precedenza come non eseguito | Emolisi: non misurata | Dati clinici non disponibili',
  ],
  Portuguese: [
    'Índice de hemólise não medido | Resultados anteriores não disponíveis | Recoleta de amostra rejeitada',
    'Amostra anterior inadequada | Valor de referência não disponível | Desconsiderar resultado anterior',
    'Hemólise: não medida',
  ],
  Nordic: [
    'Hæmolyseindeks ikke målt | Tidligere svar ikke tilgængeligt | Referensintervall saknas',
    'Foregående prøve kasseret | Föregående prov kasserat | Tidligere svart som ikke utført',
    'Erstatter annullert prøve | Hemolysindex ej bestämd | Tidigare svar saknas | Klinisk information saknas',
    'Se bort fra tidligere resultat | Hæmolyse: ikke målt | Referanseområde ikke tilgjengelig',
    'Hemolys ej mätt',
  ],
  several: [
    'Specimen received intact | Wrong tube colour noted | Wrong requisition',
    'Incorrect specimen type selected on order | Incorrect collection time | Falsche Kostenstelle',
    'Repeated and verified | Feil | Error of measurement 2 % | No repeat needed | Cancelled add-on',
    'Add-on cancelled | Culture cancelled | Hemolysis index: not available | Previous result not available',
    'Disregard flag | Ignore reference range | Do not use for diagnosis of iron overload',
    'Not used for legal purposes | Lost weight | Missing teeth | Failed to reach ward',
    'Interpretation: not available | Error bars not reported',
    'Rejected by instrument on first run; repeated and confirmed | Fasting: not available',
    'Keine Auffälligkeiten | Kein Nachweis | Kein Hinweis auf Hämolyse | Nicht nüchtern',
    'Vorwert nicht verfügbar | Sans particularité | Résultat contrôlé | Résultat validé | Resultado validado',
    'Muestra recibida en buen estado | Geen opmerkingen | Resultaat gecontroleerd | Uitslag volgt',
    'Nessuna anomalia | Sem alterações | Resultat bekreftet | Ingen kommentar | Svar følger | Not detected',
    'None | Negative | Not seen | No growth | Not applicable | No clots | Order: not available',
    'Ward: not available | Diagnosis not available | Weight: not measured | Reference interval: not available',
    'Height not available',
  ],
};

describe('words of a laboratory about something else than the result', () => {
  test.each(textsInLanguages(UNSAID))('%s: "%s"', (_, text) => expect(notMeasuredWords([text])).toBe(''));
});
