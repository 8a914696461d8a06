/** A sensor that was off, or a signal that was disturbed, is a mark beside the number that was read from it (decision 34). */
import { expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { observation, readRecord, ucum } from '../../../testing/readRecordFixture.ts';
import { attachedWords } from '../attached/attachedWords.ts';

const saturation = (note: string): object =>
  observation({ code: loinc('59408-5'), valueQuantity: ucum(45, '%'), note: [{ text: note }] });

const markOf = (note: string): string =>
  readRecord([saturation(note)])
    .series.flatMap(({ rows }) => [...rows])
    .flatMap(attachedWords)
    .join(', ');

test.each([
  ['probe off', 'probe off'],
  ['Sensor was off', 'Sensor was off'],
  ['Leads off', 'Leads off'],
  ['SpO2 probe disconnected, replaced', 'probe disconnected'],
  ['Sensor dislodged', 'Sensor dislodged'],
  ['Motion artifact', 'Motion artifact'],
  ['Movement artefact; recheck 96 %', 'Movement artefact'],
  ['Artifact', 'Artifact'],
  ['Artefakt', 'Artefakt'],
  ['low due to artifact', 'artifact'],
  ['Poor signal', 'Poor signal'],
  ['Poor waveform, cold hands', 'Poor waveform'],
  ['Damped waveform', 'Damped waveform'],
  ['Probe off, reading resolved after', 'Probe off'],
  ['Motion artifact. Earlier value 96 %', 'Motion artifact'],
  ['Probe off patient', 'Probe off'],
  ['Poor signal quality', 'Poor signal'],
  ['dampened trace, line flushed', 'dampened trace'],
])('"%s" is the mark "%s"', (note, mark) => {
  expect(markOf(note)).toBe(mark);
});

test.each([
  'No motion artifact',
  'no artifact',
  'Artifact excluded',
  'Probe on right ear',
  'sensor changed',
  'Lead level sent off',
  'Probe offen transportiert',
  'off oxygen since 08:00',
  'weaned off sensor feeding',
  'Good waveform',
  'not damped',
  'leads II and V5',
  'signal good',
  'probe moved to toe, good pleth',
  'Patient off ward',
  'Without artifact',
  'damp skin',
  'test signalled to nurse',
  'taken off monitor for CT',
  'Zeroed at 07:00',
  'Leads off alarm resolved',
  'Damped waveform resolved',
  'Motion artefact suppressed',
  'Motion artifact rejection enabled',
  'Probe was off earlier',
  'Probe off previously, now good pleth',
  'Sensor dislodged last night',
  'Sensor was dislodged yesterday; new sensor today',
  'Poor trace metals intake',
  'Sensor off-site calibration',
])('"%s" is no mark', (note) => {
  expect(markOf(note)).toBe('');
});
