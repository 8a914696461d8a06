import { conceptTexts } from '../fhirElements/codeableConcept.ts';
import { elementsOf, joinTexts, trimmedText, type FhirElement } from '../fhirElements/fhirElement.ts';
import { annotationText } from './annotation.ts';

const MOST_BYTES = 20_000;
const MOST_CHARACTERS = 20_000;

/**
 * What a report says, as plain text: its conclusion, and attached text, HTML or RTF. Of a cancelled report nothing is shown
 * (rule 36), of a preliminary one where the vendor says so neither (rule 34). What was cut ends in an ellipsis (rule 59).
 */
export function reportText(report: FhirElement, status: string, hidePreliminary: boolean): string {
  if (/^cancell?ed$/.test(status)) return '';
  if (hidePreliminary && /^(?:registered|partial|preliminary)$/.test(status))
    return 'Preliminary report exists, see the chart';
  const conclusion = annotationText(report['conclusion']);
  const forms = elementsOf(report['presentedForm']).map(formText);
  const texts = [conclusion, said(conceptTexts(report['conclusionCode']), conclusion), ...forms];
  return cut(joinTexts([...new Set(texts)], '\n\n'), MOST_CHARACTERS);
}

/** Not again what the conclusion says in the same words. */
const said = (codes: string, conclusion: string): string => (conclusion.includes(codes) ? '' : codes);

function formText(form: FhirElement): string {
  const type = trimmedText(form['contentType']).toLowerCase();
  const data = trimmedText(form['data']).replaceAll(/\s/g, '');
  const [, kind] = /^(?:text|application)\/(plain|html|xhtml\+xml|rtf)\b/.exec(type) ?? [];
  if (kind === undefined || data === '') return elsewhere(form, type);
  const [text, isCut] = decoded(data, /charset="?([\w-]+)/.exec(type)?.[1]);
  const plain = kind === 'plain' || kind === 'rtf' ? annotationText(text) : htmlText(text);
  if (plain === '') return elsewhere(form, type);
  return isCut ? `${plain}…\n(Cut here: the document is longer.)` : plain;
}

/** A document that cannot be shown as text is said, so that nobody takes the report for empty. */
function elsewhere({ title, data, url }: FhirElement, type: string): string {
  if (trimmedText(data) === '' && trimmedText(url) === '') return '';
  return `Document in the chart: ${joinTexts([trimmedText(title), type], ', ') || 'of unknown kind'}`;
}

/** The first part of base64 as text, and whether there was more. */
function decoded(data: string, charset = 'utf-8'): [text: string, isCut: boolean] {
  const most = Math.ceil(MOST_BYTES / 3) * 4;
  try {
    const bytes = Uint8Array.from(atob(data.slice(0, most)), (character) => character.charCodeAt(0));
    // Half a character at the cut is left out.
    return [decoderOf(charset).decode(bytes, { stream: data.length > most }), data.length > most];
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

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…\n(Cut here: the report is longer.)` : text;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of HTML. It is never parsed as markup, so nothing in it can run or load. */
function htmlText(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replaceAll(/<(script|style|head)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d|\/table)\b[^>]*>/gi, '\n')
    .replaceAll(/<\/t[dh]\b[^>]*>/gi, '\t')
    .replaceAll(/<\/?[a-z!][^>]*(?:>|$)/gi, '')
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, entity)
    .replaceAll(/[ \u00a0]*\n[ \u00a0]*/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function entity(all: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all;
  const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : all;
}
