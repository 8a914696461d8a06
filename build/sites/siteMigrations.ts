/** A field of the site file that has another name now. */
export type RenamedField = {
  readonly oldName: string;
  readonly newName: string;
  /** Returns the value for the new field; undefined where the old value was never right. */
  readonly newValue: (old: unknown) => unknown;
  /** This says what else whoever changes the file must know. */
  readonly note: string;
};

/**
 * Each field of the site file, and of its template for brands, that has another name now. The build names the new one where a
 * file still has the old one, and a change of a whole file follows the same table.
 */
export const RENAMED_FIELDS: readonly RenamedField[] = [
  {
    oldName: 'sessionMinutes',
    newName: 'maxHours',
    newValue: (minutes) => (typeof minutes === 'number' && minutes > 0 ? minutes / 60 : undefined),
    note: 'It counts hours, not minutes.',
  },
  {
    oldName: 'siUnits',
    newName: 'concentrations',
    newValue: (units) => SI_UNITS.get(units),
    note: 'It also says in which units results are shown until the reader chooses: "si-mass" shows SI at once, "as-sent" what was sent.',
  },
  {
    oldName: 'urgentPhone',
    newName: 'call',
    newValue: (phone) => (typeof phone === 'string' && phone !== '' ? phone : undefined),
    note: 'It may have words beside the number, such as "the nurse line, +1 555 010 0199".',
  },
];

const SI_UNITS: ReadonlyMap<unknown, string> = new Map([
  ['molar', 'as-sent'],
  ['g/L', 'si-mass'],
]);

const byOldName: ReadonlyMap<string, RenamedField> = new Map(
  RENAMED_FIELDS.map((field) => [field.oldName, field]),
);

/** Says how a field with an old name is written now; undefined where the name never was one. */
export function renamedFieldText(oldName: string, oldValue: unknown): string | undefined {
  const field = byOldName.get(oldName);
  if (field === undefined) return undefined;
  const { newName, newValue, note } = field;
  const value = newValue(oldValue);
  const written = value === undefined ? '' : `; write "${newName}": ${JSON.stringify(value)}`;
  return `this field was renamed to ${newName}${written}. ${note}`;
}
