/** A doubt that a laboratory takes back in the same note is no mark, and every other one stays (rule 22). */
import { describe, expect, test } from 'vitest';
import { readPotassium } from '../observationFixture.ts';

const lines = (text: string): readonly string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());
const kindWith = (text: string) => readPotassium({ note: [{ text }] }).kind;

describe('a potassium has no mark and stays drawn', () => {
  test.each(
    lines(`
      Questionable result, verified by repeat
      Questionable result. Verified by repeat analysis.
      Questionable result - confirmed by repeat
      Questionable result; result confirmed by rerun
      Result questionable, verified with new specimen
      Doubtful result, confirmed by redraw
      Questionable value. Value confirmed on repeat.
      Questionable result (verified by repeat)
      IV contamination not suspected
      Contamination not suspected
      IV fluid contamination is not suspected
      Hemolysis not suspected
      interference due to lipemia removed by ultracentrifugation
      Interference due to lipemia removed by ultracentrifugation
      Lipemia removed by ultracentrifugation
      Lipemia cleared by ultracentrifugation
      Lipemia was removed by ultracentrifugation
      Lipemic interference eliminated by ultracentrifugation
      AST not reported due to hemolysis. Potassium not affected
      AST not reported due to hemolysis. Potassium is not affected.
      AST not reported due to hemolysis. K not affected
      AST not reported due to hemolysis; potassium unaffected
      Hemolyzed. Potassium not affected
      Slight hemolysis, potassium not affected
      Slight hemolysis. Result not affected.
      Natrium i. U.: nicht bestimmt
      Natrium i.U.: nicht bestimmt
      Natrium im Urin: nicht bestimmt
      Kreatinin i. S.: nicht bestimmt
      Differential: hemolysis
      DDx: hemolysis
      Differential diagnosis: hemolysis
      Differential diagnosis: hemolysis, DIC
      Diff: hemolysis
      Hemolysis: not tested
      Hemolysis: not assessed
      Hemolysis not tested
      Hemolysis index: not performed
      Hemolysis index not tested
      Lipemia: not tested
      Icterus: not tested
      Hemolysis: none
      Questionable result, was confirmed on redraw
      Questionable result. Potassium confirmed by repeat.
      Questionable result. K+ verified by repeat
      Hemolyzed. Sodium and potassium not affected
      Lipemic. Results not significantly affected.
      Natrium i. U. nicht bestimmt
      Natrium i. S.: nicht bestimmt
      Hämolyse: nicht getestet
      Slight hemolysis does not affect this result
      Mild hemolysis does not significantly affect these results.
      Slight hemolysis, which does not affect this result
      Slight hemolysis. This does not affect the result.
      Slight hemolysis does not affect potassium
      Slight hemolysis does not affect the potassium result
      Slight hemolysis did not interfere with this value
      Slight hemolysis: result not affected
      Hemolysis 1+: results not significantly affected
      Slight hemolysis: potassium not affected
      Lipemia present; does not affect this result
      Hemolysis 1+, does not affect potassium
      Slight hemolysis. Does not affect results.
      Slight hemolysis does not alter results
      Lipemic sample, no interference with this assay
      Slight hemolysis, no impact on result
      Slight hemolysis: no effect on this test
      Slight hemolysis noted, no significant interference
      Gross hemolysis, result unaffected by hemolysis
      Hemolyzed, potassium not affected by hemolysis
      Ligera hemólisis, no afecta el resultado
      Ligera hemólisis: no interfiere en el resultado
      Leichte Hämolyse, Ergebnis nicht beeinflusst
      Hemolyzed. Potassium: not affected
      Hemolyzed; K: unaffected
      Hemolysis: not done
      Hemolysis: not performed
      Hemolysis: not determined
      Hemolysis check: not done
      Lipemia: not done
      Icterus: not done
      Hemólisis: no realizado
      H/L/I: not tested
      HIL: not tested
      HIL not done
      LIH: not done
      H/I/L: not performed
    `),
  )('beside "%s"', (note) => {
    expect(kindWith(note)).toMatchObject({ condition: '', reason: '' });
  });
});

describe('a potassium has a mark and stays drawn', () => {
  test.each(
    lines(`
      Kalium i. U.: nicht bestimmt
      Possible contamination - confirmed by redraw
      Questionable result, please confirm by repeat
      Questionable result - to be verified by redraw
      Questionable result, not verified
      Questionable result, could not be confirmed by repeat
      Questionable result, hemolysis confirmed
      Questionable result; contamination confirmed by repeat
      Questionable result. Verify by repeat.
      Questionable result, sodium verified by repeat
      Questionable result. Sodium verified by repeat.
      Falsely elevated, verified by repeat
      Hemolyzed specimen, result verified by repeat
      Pseudohyperkalemia suspected, result verified by repeat
      Possible contamination, result verified by repeat analysis
      IV contamination suspected
      IV contamination not excluded
      IV contamination cannot be ruled out
      Suspect IV contamination
      Not suspected before, IV contamination
      Lipemic specimen
      Gross lipemia
      AST not reported due to hemolysis
      AST not reported due to hemolysis. Sodium not affected
      AST not reported due to hemolysis. Potassium may be affected
      AST not reported due to hemolysis. Potassium affected
      Hemolyzed. Results not affected except potassium
      Hemolyzed. Other results not affected
      Hemolyzed. Sodium not affected
      Hemolyzed, potassium not affected by lipemia
      Hemolysis 4+, lipemia 1+, no interference
      Hemolysis 4+. Lipemia 1+, no interference
      Hemolyzed. Slight delay, does not affect result.
      Hemolyzed. Biotin, no interference
      Hemolyzed, icterus not present, no interference
      Hemolyzed. Potassium not affected by anticoagulant
      Comment: hemolysis
      Comment: moderate hemolysis
      Specimen: hemolyzed
      Differential: hemolyzed specimen
      Questionable result. Delta check verified by repeat
      Questionable result. Patient identity verified by second nurse
      Questionable result, confirmed with ward
      Result questionable, confirmed by physician
      Questionable result. Confirmed hemolysis on redraw.
      Ergebnis fraglich
      Hemolyzed. Potassium not affected by diet
      Hemolyzed. All tests except potassium not affected
      Hemolyzed. Except potassium not affected
      Hemolyzed. Chloride and sodium not affected
      Hemolyzed. Calculation not affected
      Hemolyzed. Urine potassium not affected
      Contaminated with IV fluid. Potassium not affected
      Clotted. Potassium not affected
      Hemolyzed. Not affected?
      Possible IV contamination, not suspected earlier
      Lipemic specimen removed from rack
      Hemolyzed sample removed
      Lipemic, ultracentrifugation not available
      Differential: not done, hemolysis
      Diff not performed due to hemolysis
      Manual differential not done: hemolysis
      Different specimen: hemolysis
      Difficult draw: hemolysis
      Hämolyse: ja
      Hemolyzed. Except for potassium, results not affected.
      Hemolyzed. Other than potassium, results not affected
      Hemolyzed. With the exception of potassium, results are not affected.
      Hemolyzed. Results not affected, except potassium
      Hemolyzed. Results not affected (except potassium)
      Hemolyzed. Apart from K and LDH, results unaffected
      Hemolyzed. Result not affected, potassium may be elevated
      Hemolyzed. Results not affected. K: affected
      Hemolyzed. Results not affected, K+ affected
      Hemolyzed. Results not affected. Recollect for potassium
      Hemolyzed. Value not affected, but potassium is
      Hemolyzed. Without potassium, results not affected
      Hemolyzed. Electrolytes affected. Results not affected otherwise.
      Hemolyzed. Electrolytes are affected, results not affected
      Hemolyzed. Potassium not affected?
      Hemolyzed. Is potassium not affected?
      Slight hemolysis may affect this result
      Slight hemolysis does affect this result
      Slight hemolysis does not affect sodium
      Slight hemolysis does not affect other results
      Slight hemolysis does not affect this result, potassium may be elevated
      Slight hemolysis does not affect this result except potassium
      Slight hemolysis does not affect the delta check
      Hemolyzed. The anticoagulant does not affect this result.
      Hemolyzed. Diet does not affect potassium
      Hemolyzed. Sodium: not affected
      Hemolyzed. Comment: not affected
      Hemolyzed. Other results: not affected
      Hemolyzed. Urine potassium: not affected
      Slight hemolysis: sodium not affected
      Slight hemolysis: result affected
      Slight hemolysis: AST not affected; potassium may be elevated
      Slight hemolysis: results not affected except potassium
      Slight hemolysis; does not affect sodium
      Slight hemolysis; does not affect other results
      Slight hemolysis, diet does not alter results
      Slight hemolysis, no interference with sodium
      Slight hemolysis, no interference by bilirubin
      Slight hemolysis, no interference with other results
      Slight hemolysis, no impact on results except potassium
      Slight hemolysis, no impact on results. Potassium falsely elevated.
      Slight hemolysis, interference with this assay
      Hemolyzed. Result not affected by diet
      Hemolyzed, sodium not affected by hemolysis
      Ligera hemólisis, afecta el resultado
      Ligera hemólisis, no afecta el sodio
      Leichte Hämolyse, Ergebnis beeinflusst
      Leichte Hämolyse, Natrium nicht beeinflusst
      Comment: hemolysis: moderate
      Slight hemolysis: interpret result with caution
      Lipemia not removed
      Lipemia not removed by ultracentrifugation
      Lipemia could not be removed
      Lipemia cannot be cleared
      Lipemia was not eliminated
      Questionable result. Confirmed by repeat?
    `),
  )('beside "%s"', (note) => {
    expect(kindWith(note).condition).not.toBe('');
    expect(kindWith(note).reason).toBe('');
  });
});

describe('a potassium is listed', () => {
  test.each(
    lines(`
      Kalium: nicht bestimmt
      Nicht bestimmt
      Potassium: not tested
      Not tested
      Not tested: hemolysis
      Not tested due to hemolysis
      Hemolysis - not tested
      Hemolyzed, not tested
      Specimen hemolyzed: not tested
      Kalium i. S.: nicht bestimmt
      Kalium i.S. nicht bestimmt
      Hämolytisch: nicht bestimmt
      Not done: hemolysis
      Potassium: not done
      Not performed
      Hemolysis: potassium not done
      K: not tested, H/L/I: 3+
    `),
  )('beside "%s"', (note) => {
    expect(kindWith(note).reason).toBe('not-measured');
  });
});

describe('what a sentence takes back is the state that it names, or those before it', () => {
  test.each([
    ['Slightly icteric, potassium not affected. Grossly hemolyzed.', 'Grossly hemolyzed'],
    ['Specimen grossly hemolyzed. Slightly icteric, potassium not affected.', 'grossly hemolyzed'],
    ['Slightly lipemic; potassium not affected. Specimen hemolyzed.', 'hemolyzed'],
    ['Potassium not affected. Specimen hemolyzed.', 'hemolyzed'],
    ['Slightly hemolyzed. Slightly icteric. Potassium not affected.', ''],
    ['Slightly icteric, K not affected. Slightly hemolyzed, K not affected.', ''],
    ['Slightly hemolyzed; result not affected', ''],
  ])('"%s" leaves "%s"', (note, left) => {
    expect(kindWith(note).condition).toBe(left);
  });
});
