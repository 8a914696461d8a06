import { textsOf } from '../../words/catalog.ts';

export const exportTexts = textsOf({
  // These texts are about the menu.
  shareHint: 'Print, copy to a note, download',
  share: 'Share',
  copyAsText: 'Copy to note',
  whatChanged: 'What changed',
  all: 'All',
  everyTest: 'Every test, not only the first {count}',
  preview: 'Preview: {scope}',
  otherForms: 'The same note for other programs',
  copyAsMarkdown: 'Copy as Markdown',
  copyAsTable: 'Copy as table',
  print: 'Print',
  saveAsPng: 'Save chart as PNG',
  saveAsSvg: 'Save chart as SVG',
  saveCsv: 'Save CSV of all results',
  columnsShown:
    '{unit, select, hour {Each column here is one hour.} shift {Each column here is one shift.} other {Each column here is one day.}} Print, notes and the CSV of all results use single results.',
  saveColumnsCsv:
    '{unit, select, hour {Save CSV by hour} shift {Save CSV by shift} other {Save CSV by day}} ({count})',
  theColumnsCsv: '{unit, select, hour {the CSV by hour} shift {the CSV by shift} other {the CSV by day}}',
  csvOfColumns:
    '{unit, select, hour {One row is one test in one hour} shift {One row is one test in one shift} other {One row is one test on one day}}: number of results, last, lowest, highest and flags. Nothing is averaged. This is not every result: the CSV of all results is a second choice in the menu Share.',
  csvOfEveryResult:
    'Every result is listed here. The screen showed one column per {unit, select, hour {hour} shift {shift} other {day}}.',
  show: 'View on screen',
  showTarget: 'View on screen: {target}',
  thePng: 'the PNG',
  theSvg: 'the SVG',
  theCsv: 'the CSV',
  compared: 'Tests compared: {names}',
  copied: 'Copied {list}.',
  calculatedValues: '{count, plural, one {{shown} calculated value} other {{shown} calculated values}}',
  events: '{count, plural, one {{shown} event} other {{shown} events}}',

  // These texts are about pictures and files.
  noChart: 'There is no chart to save.',
  chart: 'Chart',
  selectText: 'Select and copy the text here.',
  copyPicture: 'Right-click the image, or press and hold it, to copy or save it.',
  noPicture: 'This browser could not make the image.',
  handedToBrowser: 'Sent to the browser to save. If nothing was saved, choose “View on screen”.',
  symbolLegend:
    'Lab flags: ▲ high, ▼ low, two of them critical, ■ abnormal. △ outside the reference range, no lab flag. Hollow: preliminary, or with an arrow a limit. Filled circle: no lab flag, or one that says nothing of high or low.',

  // These texts are about the head of every export. The first words of a notice are its mark in the page (docs/contract.md).
  patient: '{name}, born {born}',
  deceasedPatient: '{name}, born {born}, {deceased}',
  patientAndAge: '{patient} ({age})',
  patientAndRecordState: '{patient}, record {state}',
  source: '{site}, loaded {time}. Times in {zone}.',
  incomplete: 'Incomplete: {state} Results may be missing.',
  stale: 'Stale: results filed since the record was loaded are not in it.',
  notRefreshed: 'Stale: the last refresh failed. This is the record loaded at {time}.',
  refreshedInPart:
    'Stale: refreshed only in part. The server answered with older versions than it had sent before, so what was loaded at {time} stays.',
  refreshedInPartMissing: '{partly} Kept, although not sent again: {results}.',
});
