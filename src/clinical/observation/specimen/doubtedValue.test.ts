/** A number that its laboratory doubts says so on its tile, and no other number does (rule 22, hazard 281). */
import { describe, expect, test } from 'vitest';
import { ownTestOf } from '../attached/ownName.ts';
import { targetOfId } from '../../catalog/catalog.ts';
import { doubtsOfNote } from './doubtedValue.ts';

const POTASSIUM = () => ownTestOf(['Potassium'], targetOfId('k'), false);
const lines = (text: string): readonly string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

describe('a potassium is doubted', () => {
  test.each(
    lines(`
      Pseudohyperkalemia suspected
      Suspected pseudohyperkalaemia due to thrombocytosis
      Pseudohyperkaliämie
      Posible seudohiperpotasemia
      Pseudo-hyperkaliémie probable
      Pseudohyperkalemia cannot be excluded
      Falsely elevated
      Result may be falsely elevated
      Potassium falsely elevated due to delayed separation
      Spuriously high value
      Spurious result
      Falsch hoch
      Valor falsamente elevado
      Résultat faussement élevé
      Questionable result
      Result questionable, please repeat
      Result is doubtful
      Ergebnis fraglich
      Patient ID mismatch
      Possible wrong blood in tube
      Probe vertauscht?
      Sample diluted with IV fluids
      Sample diluted with IV fluid less than 5 min before
      Result questionable less than 1 mL received
      Stability exceeded less than 1 h ago
      Specimen appears diluted with saline
      Probable drip contamination
      IV fluid contamination
      Hemolysis interference
      Interference from hemolysis
      Interference detected
      QC failed
      QC out of range
      Calibration error
      Analyzer failure
      Test result is void
      VOID
      Sample 26 hours old
      Probe 26h alt
      Old specimen
      Received unspun
      Stability exceeded
      Specimen age exceeds stability
      Prolonged tourniquet time
      Delayed processing
      Tube sous-rempli
      Lost in transit
      HIL: H+++
      Pseudohyperkaliämie bei Thrombozytose
      Pseudohyperkaliämie nicht auszuschließen
      Pseudohipercalemia
      Pseudoiperkaliemia
      Suspected pseudohyperkalemia due to leukocytosis
      Resultado puede estar falsamente elevado
      Wert kann falsch hoch sein
      Falsely low due to biotin
      Falsely elevated in this hemolyzed specimen
      Stability exceeded for potassium
      Potassium result is void
      Sample 3 days old
      Valor de potasio falsamente elevado por hemólisis
      Potassio falsamente aumentato per emolisi
      Kaliumwert falsch hoch
      Potassium elevated by hemolysis
      Result affected by hemolysis
      Affected by hemolysis
      Potassium value is affected by hemolysis
      Potassium is increased by slight hemolysis
      Results affected by lipemia
      Hemolysis affects this result
      Hemolysis has affected this result
      Hemolysis may have affected this result
      Hemolysis may affect this result
      Slight hemolysis interferes with this result
      Result may be affected by hemolysis
      Kalium durch Hämolyse erhöht
      Kalium ist durch leichte Hämolyse erhöht
      Ergebnis durch Hämolyse beeinflusst
      Hämolyse beeinflusst das Ergebnis
      Potassium augmenté par l'hémolyse
      Résultat influencé par l'hémolyse
      Potassium surestimé du fait de l'hémolyse
      Potasio aumentado por hemólisis
      Resultado afectado por la hemólisis
      Potassio aumentato per emolisi
      Risultato influenzato dall'emolisi
      Kalium verhoogd door hemolyse
      Resultado afetado pela hemólise
      Probe überaltert
      Sample >24h old
      Sample more than 24 hours old
    `),
  )('"%s"', (note) => {
    expect(doubtsOfNote(note, POTASSIUM)).toHaveLength(1);
  });

  test('in the words of that clause', () => {
    expect(
      doubtsOfNote('Called to ward at 10:20. Result may be falsely elevated. Please repeat.', POTASSIUM),
    ).toEqual(['may be falsely elevated']);
  });
});

describe('a potassium is not doubted', () => {
  test.each(
    lines(`
      No evidence of pseudohyperkalemia
      Pseudohyperkalemia excluded
      Pseudohyperkalemia ruled out by plasma sample
      Not falsely elevated
      Hemolysis may cause falsely elevated results
      Biotin can cause falsely low results
      Results may falsely elevate in hemolyzed samples
      If hemolyzed, potassium may be falsely high
      Previous result was falsely elevated
      Prior specimen diluted with IV fluid
      Sodium falsely low
      LDH falsely elevated
      No interference
      No interference detected
      Interference not detected
      QC passed
      QC within range
      Controls in range
      Calibration verified
      Sample diluted 1:10
      Dilution factor applied
      Diluted per protocol
      Result obtained after dilution
      Value verified by repeat analysis
      Questions? Call the laboratory
      Patient identity confirmed
      Two patient identifiers checked
      Delta check noted
      Delta check: confirmed
      Avoid prolonged tourniquet
      Stability: 8 hours
      Void volume 250 mL
      Voided urine
      Patient voided before collection
      28 year old female
      Patient is 40 days old
      Old lab method
      Household contact
      Hold for further testing
      Control group
      Blood glucose control
      Under control
      Pseudomonas aeruginosa
      Artificial sweetener
      False positive
      H+ measured
      pH 7.40
      Transit time normal
      In transit
      H. pylori
      High quality control sample
      Interfering substances: none
      Result is reliable
      Not questionable
      Falsely elevated results have been reported in patients taking biotin
      Falsely low results are possible with high-dose biotin
      Falsely elevated values are seen in patients with heterophile antibodies
      Results may be falsely elevated in patients taking biotin
      Results may be falsely elevated in hemolyzed samples
      Interference from biotin has been reported
      Interference by heterophilic antibodies is rare
      Interference due to lipemia removed by ultracentrifugation
      Pseudohyperkalemia occurs in thrombocytosis
      Pseudohypoparathyroidism
      Known pseudohypoaldosteronism
      Pseudohyponatremia
      Sample diluted with saline 1:10
      Sample diluted with saline x10 per protocol
      Specimen was diluted with saline due to high value
      Sample 1 hour old
      Newborn, 3 days old
      QC failed initially. Rerun acceptable.
      QC failed on first run
      Patient voided
      Clean catch void
      Post void
      Voided
      Label discrepancy resolved
      Questionable result verified by repeat
      Falsch niedrige Werte bei Biotin-Einnahme möglich
      Ergebnisse können durch Hämolyse falsch erhöht sein
      Bei Hämolyse Kalium falsch hoch
      Pseudohyperkaliämie ausgeschlossen
      Pseudohyperkaliämie unwahrscheinlich
      Valores falsamente elevados en muestras hemolizadas
      Se descarta seudohiperpotasemia
      Valeurs faussement élevées en cas d'hémolyse
      Aucune pseudo-hyperkaliémie
      Nessuna pseudoiperkaliemia
      Não há pseudo-hipercalemia
      Sem pseudo-hipercalemia
      Geen pseudohyperkaliëmie
      Ingen pseudohyperkalemi
      Ej pseudohyperkalemi
      Initial sample diluted with IV fluid, redrawn
      First specimen diluted with IV fluid
      Other results may be falsely elevated
      Some results may be falsely elevated
      Urine potassium falsely low
      Hemolysis falsely elevates potassium
      Falsely elevated result has been corrected
      Calibration error corrected and sample rerun
      Prolonged tourniquet time avoided
      Old sample discarded, new sample tested
      Stability exceeded for LDH
      Drip arm avoided
      Result not affected by hemolysis
      Potassium not elevated by hemolysis
      Hemolysis does not affect this result
      Hemolysis may affect results
      Hemolysis can affect potassium results
      Hemolysis affects potassium
      Hemolysis may affect AST and potassium results
      Potassium is elevated by hemolysis in vitro in such samples
      Results can be affected by hemolysis
      Sodium affected by hemolysis
      LDH elevated by hemolysis
      LDH durch Hämolyse erhöht
      Kalium nicht durch Hämolyse erhöht
      Kalium kann durch Hämolyse erhöht sein
      Kalium steigt bei Hämolyse
      Potassium non augmenté par l'hémolyse
      Potasio no afectado por hemólisis
      Risultato non influenzato dall'emolisi
      Kalium niet verhoogd door hemolyse
      Resultado não afetado pela hemólise
      Previous result affected by hemolysis
      If affected by hemolysis, redraw
      Elevated by potassium supplements
      Potassium elevated by diet
      Patient affected by hemolytic anemia
      Hemolytic anemia affects this patient
      Potassium affected by diuretics
      No hemolysis affecting result
      Sample less than 24h old
      Interference from hemolysis less than 10 %
      This test is affected by hemolysis
      Assay affected by hemolysis
      The method is affected by lipemia
    `),
  )('in "%s"', (note) => {
    expect(doubtsOfNote(note, POTASSIUM)).toEqual([]);
  });
});
