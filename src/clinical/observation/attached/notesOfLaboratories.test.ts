import { describe, expect, test } from 'vitest';
import { readPotassium } from '../observationFixture.ts';
import { kindWithNote } from './namedRefusalFixture.ts';
import { textsInLanguages } from './textLinesFixture.ts';

/** The laboratory takes the number back, orders to cancel it, or says that it cannot be relied on. */
const DISOWNED = textsInLanguages({
  k: [
    'Potassium not performed. D dimer 200 | Potassium not performed, d dimer 200',
    'Anular potasio | Anular K | Favor anular potasio por hemólisis | Cancelar potasio',
    'Cancel potassium | Void potassium | Void K | Credit potassium | Delete potassium result',
    'Annuler le potassium | Anular potássio | Kalium stornieren | Anular este resultado',
    'Void result | Void this result | Cancel K | Please disregard K',
    'K+ unreliable due to delayed sample receipt | Result unreliable | Unreliable',
    'Hemolyzed; result unreliable | Biotin interference; result unreliable | Lipemic sample - results unreliable',
    'Sodium 139. Potassium: unreliable | Sodium 139; potassium, unreliable | Verwechslung',
    "Erreur d'identification de l'échantillon | Erreur d'identité du patient | Suspected WBIT, confirmed by ward",
    'Wrong patient, corrected report to follow | Suspected WBIT, not verified correct',
    'Resultado no fiable | Résultat non fiable | Resultado não confiável | Potasio no fiable',
    'Exame prejudicado | Potássio prejudicado por hemólise | Unsuitable',
    'Wrong tube | Wrong tube received | Wrong tube type | Wrong container received | Tubo incorrecto',
    'BMP cancelled | Cancel BMP | BMP cancelled, not performed | BMP cancelled. To be performed on redraw.',
    'Suspected wrong blood in tube | Possible wrong blood in tube | Muestra equivocada',
    "Error de identificación | Erreur d'identification | Erro de identificação | Errore di identificazione",
    'Muestra mal identificada, rechazada | Verwechslung der Probe | Verdacht auf Verwechslung der Probe',
    'Verdacht auf Probenverwechslung | Sospecha de muestra equivocada | Suspected WBIT | Amostra trocada',
  ],
  hb: [
    'Anular hemoglobina | Cancel hemoglobin | Void hemoglobin | Anular hemograma | Annuler NFS',
    'Cancel CBC | Please cancel CBC | CBC with differential cancelled | CBC w/ diff cancelled',
    'CBC with auto differential not performed | CBC and diff cancelled | Blutbild storniert',
    'Blood hemoglobin: not performed | CBC with manual diff not performed due to clotted specimen',
    'CBC without manual diff cancelled | CBC w/o diff cancelled | CBC w/o manual diff not performed',
    'CBC and auto diff cancelled | FBC & blood film cancelled | Blutbild gross mit Diff storniert',
    'Blutbild mit manueller Differenzierung storniert wegen geronnener Probe | CBC without diff cancelled',
    'CBC with platelet and differential cancelled | Complete blood count without differential cancelled',
  ],
  wbc: ['CBC with differential cancelled'],
  plt: ['Anular plaquetas | PLT unreliable | CBC with differential not performed'],
  glu: ['Anular glucosa | Anular glucemia'],
  inr: ['Cancel PT/INR'],
  crea: ['Anular creatinina | Creatinine interference by bilirubin; result unreliable'],
  tsh: ['Anular TSH'],
  a1c: ['HbA1c unreliable: hemoglobin variant present'],
});

/** Nobody knows whether "n. d." is "not done" or "not detected", nor of what "data" are. */
const MARKED = textsInLanguages({
  k: [
    'Kalium: n. d. | Kalium: n.d. | Kalium n. d. | K: n.d. | n.d. | n. d. | N.D. | Potassium : ND',
    'Kalium, n. d. | Kalium - n.d. | *n.d.*',
    'Result possibly unreliable | Potassium possibly unreliable | Resultado possivelmente não confiável',
    'Potasio: n.d. | Potássio: n.d. | Natrium 139, Kalium n. d.',
    'CMP cancelled, BMP performed | CMP cancelled; BMP reported | BMP cancelled, included in CMP',
    'Data unavailable | Data not available | Datos no disponibles | Dato no disponible',
    'Données non disponibles | Donnée indisponible | Daten nicht verfügbar | Dados não disponíveis',
    'Dados indisponíveis | Sample >24h old on receipt. Potassium not available. | Potassium not received',
    'Kalium-Wert unplausibel, bitte Kontrolle | Implausible result',
    'VBG: clotted, not performed | ABG clotted, not performed | Gasometría coagulada, no realizada',
  ],
  hb: [
    'Hb: n. d. | Hemogramm: n. d. | Plasma hemoglobin not performed | Plasma hemoglobin: not performed',
    'Serum hemoglobin not performed | Whole blood hemoglobin not performed | Freies Hämoglobin nicht durchgeführt',
    'Hemoglobina libre en plasma no realizada | Hémoglobine plasmatique non réalisée',
    'Hemoglobina sérica no realizada | Hémoglobine sérique non réalisée | Hemoglobina en suero no realizada',
    'Hemoglobina soro não realizada | Emoglobina nel siero non eseguita',
    'Hb unreliable by automated method; corrected by plasma replacement',
    'Hemoglobina plasmática não realizada | ABG clotted, not performed',
    'CBC with manual differential cancelled | CBC with manual diff cancelled, auto diff performed',
    'Blutbild mit manueller Differenzierung storniert | Blutbild und Ausstrich storniert',
    'CBC with smear review cancelled | CBC with pathologist review not performed',
    'CBC w/ manual diff not performed | CBC W MANUAL DIFFERENTIAL: not performed',
    'Hemograma con diferencial manual cancelado | NFS avec formule manuelle annulée | Hemograma y frotis anulado',
    'Hemograma con diferencial no realizado | NFS avec formule non réalisée | Emocromo con formula annullato',
    'Hemograma completo con diferencial cancelado | Hemograma com diferencial manual cancelado | NFS et frottis annulés',
    'Hemogramme avec formule annulé | Emocromo e striscio annullato | Hemograma con frotis anulado',
    'CBC with reflex differential cancelled | FBC with film not performed | FBC and film cancelled',
    'Full blood count and film cancelled | CBC with peripheral smear cancelled | CBC with manual diff not reported',
    'CBC cancelled, H&H performed | CBC with diff cancelled, CBC without diff performed',
    'CBC with auto diff cancelled; hemogram resulted | CBC with auto diff cancelled; CBC with manual diff performed',
    'CBC with auto diff not performed, manual diff done',
    'CBC with man diff cancelled | CBC with manual diff not performed, clotted',
  ],
  wbc: ['Leukozyten: n. d. | CBC with manual differential cancelled'],
  crea: ['Kreatinin n.d. | Créatinine : n.d.'],
  plt: [
    'Platelet count unreliable; manual count performed',
    'Thrombozyten: n. d. | CBC with manual differential cancelled',
  ],
  glu: ['Glukose: n. d. | Blood glucose n.d. | Glycémie : n.d. | Glucemia n. d.'],
  inr: ['Quick: n. d.'],
});

/** Another test is meant, or something that is no test. */
const GOOD = textsInLanguages({
  k: [
    'Hemograma con diferencial manual cancelado | NFS avec formule annulée | Hemograma y frotis anulado | Frotis no realizado',
    'CBC with manual differential cancelled | Blutbild mit manueller Differenzierung storniert',
    'Blood gas not performed | Venous blood gas not done | ABG: not performed | BGA nicht durchgeführt',
    'Blutgase nicht durchgeführt | Gasometría no realizada | Gazométrie non réalisée | Gasometria não realizada',
    'Cancel isolation precautions | Cancel pending lipid panel | Cancel duplicate order | Cancel sodium',
    'Anular sodio | Anular petición de coagulación | Cancelar orden duplicada | Annuler TSH | Credit TSH',
    'Performed at Central Laboratory, Fargo, ND. | Minot, ND (701) 555-0100 | Reviewed by A. Doe, ND | Dr. N. D. Doe',
    'Hemolysis: ND | Lipämie: n.d. | Contamination: ND | Kommentar: n.d. | Comment: ND | Clots: ND | Material: n.d.',
    'Hemolysis: N.D. Lipemia: N.D. Icterus: N.D.',
    'Verwechslungsgefahr | Unverwechselbar | Hinweis: Verwechslungsgefahr',
    "Erreur d'identification du prescripteur | Error de identificación del médico solicitante",
    'Suspected WBIT - confirmed correct patient | Suspected wrong patient, verified correct',
    'Natrium: n. d. | LDH: n. d. | CRP n.d. | HIV: n.d. | Troponin T: n.d. | Blutgruppe: n. d. | Fasting: n.d.',
    '2nd sample | 22nd specimen of the day | ND testing sent to reference lab',
    'Clinical data unavailable | Patient data verified | Klinische Daten nicht verfügbar',
    'Datos clínicos no disponibles | Datos previos no disponibles | Données cliniques non disponibles',
    'Dados clínicos não disponíveis | Reference data not available for this age group',
    'Wrong tube received for coagulation; chemistry not affected | Tubo incorrecto para coagulación',
    'Tubo errado para coagulação | Falsches Röhrchen für Gerinnung | Wrong collection time entered',
    "Error de dirección corregido | Erreur d'adresse corrigée | No identification error",
    'Verwechslung der Probe ausgeschlossen | Kein Verdacht auf Verwechslung | Suspected WBIT excluded',
    'Probenverwechslung ausgeschlossen | No wrong blood in tube suspected | Not from drip arm',
    'Patient unreliable for follow-up | eGFR unreliable in acute kidney injury | Wert plausibel',
    'Implausible ALT repeated | Unsuitable for add-on lactate | Voided urine, clean catch',
  ],
  na: ['Cancel K | Disregard K | Please disregard K | Void K | Anular potasio | Kalium: n. d. | K: n.d.'],
  hb: [
    'CBC manual differential cancelled | CBC: manual diff not performed | CBC auto diff not performed',
    'Blutbild: Differenzierung nicht durchgeführt | Blutbild manuelle Differenzierung nicht durchgeführt',
    'Hemograma: diferencial manual cancelado | NFS: formule manuelle annulée | Hemograma diferencial no realizado',
    'Frotis no realizado | Frottis non réalisé | Ausstrich nicht durchgeführt | Striscio non eseguito | Esfregaço não realizado',
    'Hemograma con diferencial manual | NFS avec formule | Hemograma con diferencial: ver informe | Emocromo con formula',
    'Diferencial manual no realizado | Formule non réalisée | Formule leucocytaire annulée | Diferencial manual realizado',
    'Hemograma con diferencial manual realizado | NFS avec formule manuelle réalisée | Formula leucocitaria non eseguita',
    'Revisión de frotis cancelada | Hemograma com diferencial manual | Differenzialblutbild storniert',
    'CBC smear review cancelled | FBC film not done | Complete blood count differential cancelled',
  ],
  wbc: ['CBC manual differential cancelled'],
  plt: ['CBC manual differential cancelled | MPV unreliable | MPV: n. d.'],
  crea: ['Creatinine clearance n.d. | Kreatinin-Clearance n. d.'],
  glu: ['Urine glucose: n.d. | Fructosamine: n. d.'],
  inr: ['Cancel aPTT'],
  tsh: ['Cancel free T4 | Anular T4 libre | FT4 n. d.'],
});

describe('a note of a laboratory', () => {
  test.each(DISOWNED)('that disowns %s lists it: "%s"', (id, text) => {
    expect(kindWithNote(id, text)).toMatchObject({ drawing: 'listed', reason: 'not-measured' });
  });

  test.each(MARKED)('that may disown %s stands beside its number: "%s"', (id, text) => {
    const { drawing, condition } = kindWithNote(id, text);
    expect(drawing).toBe('line');
    expect(condition).not.toBe('');
  });

  test.each(GOOD)('about something else leaves %s without a mark: "%s"', (id, text) => {
    expect(kindWithNote(id, text)).toMatchObject({ drawing: 'line', condition: '', absentReason: '' });
  });

  test.each(['n.d.', 'N. D.', 'ND'])(
    'leaves no mark where it is a flag that was not determined: "%s"',
    (text) => {
      expect(readPotassium({ interpretation: [{ text }] }).kind).toMatchObject({
        drawing: 'line',
        condition: '',
      });
    },
  );

  test('that has "n. d." is shown as it was sent', () => {
    expect(kindWithNote('k', 'Kalium: n. d.').condition).toBe('Kalium: n. d');
    expect(kindWithNote('k', 'Natrium 139, Kalium n. d.').condition).toBe('Kalium n. d');
  });
});
