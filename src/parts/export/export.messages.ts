import { textsOf } from '../../words/catalog.ts';

export const exportTexts = textsOf({
  // The menu
  share: 'Take along',
  copyAsText: 'Copy as text',
  copyAsMarkdown: 'Copy as Markdown',
  copyAsTable: 'Copy as table',
  print: 'Print on one page',
  saveAsPng: 'Save chart as PNG',
  saveAsSvg: 'Save chart as SVG',
  saveCsv: 'CSV of all results',
  show: 'Show instead',
  showTarget: 'Show instead of saving: {target}',
  thePng: 'the PNG',
  theSvg: 'the SVG',
  theCsv: 'the CSV',
  compared: 'What is compared: {names}',
  copied: 'Copied {list}.',
  calculatedValues: '{count, plural, one {{shown} calculated value} other {{shown} calculated values}}',
  events: '{count, plural, one {{shown} event} other {{shown} events}}',

  // Pictures and files
  noChart: 'There is no chart to save now.',
  chart: 'The chart',
  selectText: 'Select and copy the text here.',
  copyPicture: 'Press the picture with the right button, or long with a finger, to copy or save it.',
  noPicture: 'This browser could not make the picture.',
  handedToBrowser: 'Handed to the browser to save. If nothing was saved, use “Show instead”.',
  symbolLegend:
    'Points have the flag that the laboratory sent: ▲ high, ▼ low, two of them critical, ■ abnormal, △ outside the range sent without a flag. ' +
    'Hollow: preliminary, or with an arrow a limit. A filled circle has no flag, or one that says nothing of high or low.',

  // The head of every export. The first words of a notice are its mark in the page (docs/contract.md).
  patient: '{name}, born {born}',
  deceasedPatient: '{name}, born {born}, {deceased}',
  patientAndAge: '{patient} ({age})',
  source: '{site}, read {time}. Times in {zone}.',
  incomplete: 'Incomplete: {state} Results may be missing.',
  stale: 'Stale: results filed since the record was read are not in it.',
});
