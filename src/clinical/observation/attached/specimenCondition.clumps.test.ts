import { describe, expect, test } from 'vitest';
import { conditionWords } from './specimenCondition.ts';
import { textsInLanguages, textsIn } from './textLinesFixture.ts';

/** Clumped platelets, clots, contamination and a tube that was filled wrongly. */
const BAD: Readonly<Record<string, readonly string[]>> = {
  English: [
    'Platelet clumps present | Clumped platelets | Platelet clumping noted',
    'Platelets clumped; count may be underestimated | PLT clumps | Platelet aggregates seen',
    'Fibrin clot in tube | Contaminated with IV fluid | Specimen drawn above IV',
  ],
  German: [
    'Thrombozytenaggregate | Thrombozytenaggregate nachweisbar | Thrombozyten aggregiert',
    'EDTA-induzierte Pseudothrombopenie | Fibringerinnsel | Probe geronnen | Probe kontaminiert',
    'Mit Infusionslösung kontaminiert | Plättchenaggregate | Probe hämolytisch | Serum lipämisch',
  ],
  French: [
    "Agrégats plaquettaires | Amas plaquettaires | Présence d'agrégats plaquettaires | Plaquettes agrégées",
    "Tube coagulé | Contamination par perfusion | Sérum lactescent | Présence d'amas de plaquettes",
    'Présence de caillots',
  ],
  Spanish: [
    'Agregados plaquetarios | Plaquetas agregadas | Presencia de grumos plaquetarios',
    'Muestra contaminada con suero | Suero lipémico | Muestra con coágulos',
  ],
  Italian: [
    'Aggregati piastrinici | Presenza di aggregati piastrinici | Piastrine aggregate | Campione contaminato',
    'Siero lattescente | Presenza di coaguli | Campione coagulato',
  ],
  Dutch: [
    'Trombocytenaggregaten | Trombocyten-aggregaten aanwezig | Bloedplaatjes samengeklonterd',
    'Verontreinigd met infuusvloeistof | Monster gestold | Trombocyten geaggregeerd | Stolsel in buis',
  ],
  Portuguese: [
    'Agregados plaquetários | Presença de grumos plaquetários | Plaquetas agregadas | Amostra contaminada',
    'Soro lipêmico | Amostra com coágulos',
  ],
  Nordic: [
    'Trombocytaggregater | Trombocytaggregater i prøven | Koaguleret prøve | Trombocyttaggregater',
    'Blodplateaggregater | Trombocytaggregat | Trombocytaggregat förekommer | Koagulerat prov',
    'Koagel i provet | Trombocytklumper | Prøven kontamineret | Provet kontaminerat | Prøven levret',
  ],
  several: [
    'Röhrchen unterfüllt | Citratröhrchen nicht ausreichend gefüllt | Tube insuffisamment rempli',
    'Tube mal rempli | Remplissage insuffisant | Tubo mal llenado | Llenado insuficiente',
    'Riempimento insufficiente | Buis onvoldoende gevuld | Glasset for lidt fyldt | Platelet satellitism',
    'Satellitismus der Thrombozyten | Satelitismo plaquetario | Thrombozytenclumps | Grumos de plaquetas',
    'Thrombozyten verklumpt | EDTA-Pseudothrombozytopenie | Pseudothrombopénie à l’EDTA',
    'Pseudopiastrinopenia da EDTA | Gerinnsel in der Probe | Coágulos en la muestra | Caillot dans le tube',
    'Koagel | Trombocytter klumper | Plaquettes : présence d’amas plaquettaires | Tube overfilled',
    'Probe verunreinigt | Gecontamineerd monster | Échantillon contaminé | Prøven er kontaminert',
    'Campione con coaguli | Clots | Recollect requested: hemolyzed | Please redraw, hemolyzed',
    'Redraw due to hemolysis | Hemolyzed specimen; redraw requested',
    'Redraw of hemolyzed specimen requested | Recollection of clotted specimen is needed',
  ],
};
/** These deny it, ask for it, speak of the function of platelets or of an earlier specimen. */
const NOT_SAID = [
  'Redraw of hemolyzed specimen | Recollect of clotted specimen | Replaces hemolyzed specimen',
  'Previously reported as hemolyzed | Recollected because of hemolysis | Keine Thrombozytenaggregate',
  "Pas d'agrégats plaquettaires | Absence d'agrégats plaquettaires | Sin agregados plaquetarios",
  'No se observan agregados plaquetarios | Assenza di aggregati piastrinici | Geen trombocytenaggregaten',
  'Sem agregados plaquetários | Ausência de agregados plaquetários | Ingen trombocytaggregater',
  'Inga trombocytaggregat | No platelet clumps seen | Trombocytaggregat ej påvisade',
  'Thrombozytenaggregate nicht nachweisbar | Agrégats plaquettaires : absence',
  'Thrombozytenaggregationstest | Agrégation plaquettaire normale | Thrombozytenaggregationshemmer',
  'Antiagregación plaquetaria | Antiaggregazione piastrinica | Trombocytaggregationshæmmer',
  'Trombocytenaggregatieremmer | Aggregazione piastrinica ridotta | Nouveau prélèvement après hémolyse',
  'Neue Probe nach Hämolyse | Nuovo campione dopo emolisi | Ny prøve efter hæmolyse',
  'Platelet aggregation inhibitor | Pseudothrombozytopenie ausgeschlossen',
  'Platelet clumping may cause falsely low counts | Platelets aggregated normally with ADP',
  'Smear reviewed for platelet clumps | Thrombocyte aggregation | Test d’agrégation plaquettaire',
  'Trombocytfunktion normal | Amas de plaquettes : non | Pas d’amas plaquettaires',
  'No se observan grumos plaquetarios | Keine Gerinnsel | Sin coágulos | Glas fyldt korrekt',
  'Röhrchen ausreichend gefüllt | Correctly filled | Fibrinogen | Fibrinolysis | Thromboplastin time | Aggregate results',
  'Urine culture: no contaminants | Fully completed | Trombocytaggregering, ADP',
  'Platelet aggregation, collagen | Pseudomonas aeruginosa | Pseudohyponatremia | Amasado',
  'No hay contaminación',
];

describe('a bad specimen in the words of a laboratory', () => {
  test.each(textsInLanguages(BAD))('is told, %s: "%s"', (_, text) =>
    expect(conditionWords(text)).not.toEqual([]),
  );

  test.each(textsIn(NOT_SAID))('is not told by "%s"', (text) => expect(conditionWords(text)).toEqual([]));
});
