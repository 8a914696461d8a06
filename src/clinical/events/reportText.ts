import { conceptTexts } from '../fhirElements/codeableConcept.ts';
import { elementsOf, joinTexts, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';
import { withoutInvisibleCharacters } from '../fhirElements/plainLine.ts';
import { annotationText } from './annotation.ts';
import { careEventsTexts } from './careEvents.messages.ts';
import { lookupTable } from '../fhirElements/lookupTable.ts';

const MAX_BYTES = 20_000;
const MAX_CHARACTERS = 20_000;

/**
 * Returns the words of a report as plain text: its conclusion, and attached text, HTML or RTF. A cancelled report has
 * none (rule 36), nor has a preliminary one where the vendor says so (rule 34). A text that was cut ends in an
 * ellipsis (rule 59).
 */
export function reportText(report: FhirElement, status: string, hidePreliminary: boolean): string {
  if (/^cancell?ed$/.test(status)) return '';
  if (hidePreliminary && /^(?:registered|partial|preliminary)$/.test(status))
    return careEventsTexts('preliminaryReport');
  const conclusion = annotationText(report['conclusion']);
  const forms = elementsOf(report['presentedForm']).map(formText);
  const texts = [
    conclusion,
    codesUnlessRepeated(conceptTexts(report['conclusionCode']), conclusion),
    ...forms,
  ];
  return cut(joinTexts([...new Set(texts)], '\n\n'), MAX_CHARACTERS);
}

/** Returns the codes of the conclusion in words, unless the conclusion says the same words. */
const codesUnlessRepeated = (codes: string, conclusion: string): string =>
  conclusion.includes(codes) ? '' : codes;

function formText(form: FhirElement): string {
  const type = trimmedText(form['contentType']).toLowerCase();
  const data = trimmedText(form['data']).replaceAll(/\s/g, '');
  const [, kind] = /^(?:text|application)\/(plain|html|xhtml\+xml|rtf)\b/.exec(type) ?? [];
  if (kind === undefined || data === '') return documentMention(form, type);
  const [text, isCut] = decodeBase64(data, /charset="?([\w-]+)/.exec(type)?.[1]);
  const plain =
    kind === 'plain' || kind === 'rtf' ? annotationText(text) : withoutInvisibleCharacters(htmlText(text));
  if (plain === '') return documentMention(form, type);
  return isCut ? careEventsTexts('documentCut', { text: plain }) : plain;
}

/** A document that cannot be shown as text is mentioned, so that nobody takes the report for empty. */
function documentMention({ title, data, url }: FhirElement, type: string): string {
  if (trimmedText(data) === '' && trimmedText(url) === '' && trimmedText(title) === '') return '';
  const shown = joinTexts([trimmedText(title), type], ', ');
  return shown === ''
    ? careEventsTexts('documentOfUnknownKind')
    : careEventsTexts('document', { title: shown });
}

/** Decodes the first part of base64 as text, and says whether there was more. */
function decodeBase64(data: string, charset = 'utf-8'): [text: string, isCut: boolean] {
  const limit = Math.ceil(MAX_BYTES / 3) * 4;
  try {
    const bytes = Uint8Array.from(atob(data.slice(0, limit)), (character) => character.charCodeAt(0));
    // `stream` leaves out half a character at the cut.
    return [decoderOf(charset).decode(bytes, { stream: data.length > limit }), data.length > limit];
  } catch {
    return ['', false];
  }
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

const cut = (text: string, limit: number): string =>
  text.length > limit ? careEventsTexts('reportCut', { text: text.slice(0, limit) }) : text;

const ENTITIES = lookupTable<string>({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' });

/** Returns the words of HTML. It is never parsed as markup, so nothing in it can run or load. */
function htmlText(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replaceAll(/<(script|style|head)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d|\/table)\b[^<>]*>/gi, '\n')
    .replaceAll(/<\/t[dh]\b[^<>]*>/gi, '\t')
    .replaceAll(/<\/?[a-z!][^>]*(?:>|$)/gi, '')
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, decodeEntity)
    .split('\n')
    .map(withoutBlanksAround)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** Tabs stay, because they stand between the cells of a table. */
function withoutBlanksAround(line: string): string {
  let [from, to] = [0, line.length];
  while (isBlank(line[from])) from += 1;
  while (to > from && isBlank(line[to - 1])) to -= 1;
  return line.slice(from, to);
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\u00A0';

function decodeEntity(all: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all;
  const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : all;
}
