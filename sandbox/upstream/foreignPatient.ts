import type { PatientSummary } from '../pages/patientSummary.ts';
import { elementsOf, type JsonObject } from './upstreamReader.ts';

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '');
export const listOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.map(elementsOf) : [];

/** Returns what the pages show of a Patient. Others wrote it, so each element may have any form. */
export function foreignPatientSummary(patient: JsonObject): PatientSummary {
  const id = textOf(patient['id']);
  const names = listOf(patient['name']);
  const name = names.find(({ use }) => use === 'official') ?? names[0] ?? {};
  const given = Array.isArray(name['given']) ? name['given'].map(textOf) : [];
  const parts = [...given, textOf(name['family'])].filter((part) => part !== '');
  const deceased = patient['deceasedBoolean'] === true || textOf(patient['deceasedDateTime']) !== '';
  return {
    id,
    title: id,
    purpose: `Patient/${id}`,
    name: textOf(name['text']) || parts.join(' ') || `No name (${id})`,
    birthDate: textOf(patient['birthDate']),
    gender: textOf(patient['gender']) || 'unknown',
    mrn: textOf(listOf(patient['identifier'])[0]?.['value']) || id,
    isDeceased: deceased,
    isReplaced: listOf(patient['link']).some(({ type }) => type === 'replaced-by'),
  };
}
