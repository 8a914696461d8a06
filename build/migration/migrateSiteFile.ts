import { unambiguousJson } from '../../src/smart/site/unambiguousJson.ts';
import { checkedSites } from '../sites/siteFile.ts';
import { RENAMED_FIELDS, type RenamedField } from '../sites/siteMigrations.ts';
import { jsonMembers, type JsonMember } from './jsonMembers.ts';

/** Says why a site file cannot be brought to the names of this version, each problem with its path. */
class MigrationError extends Error {
  override name = 'MigrationError' as const;
}

export type Migration = {
  /** This is the text of the file for this version. Whatever did not have to change is as it was written. */
  readonly text: string;
  /** There is one sentence for each field: what changed, and why. */
  readonly changes: readonly string[];
};

/** This is a site, or the template for the places of a brands bundle. */
const FIELD_OF_SITE = /^\/(?:sites\/\d+|brands)\/[^/]+$/;
const byOldName: ReadonlyMap<string, RenamedField> = new Map(
  RENAMED_FIELDS.map((field) => [field.oldName, field]),
);

/** Some editors begin a file with it, and it is no part of the JSON. */
const BYTE_ORDER_MARK = '\uFEFF';

type Change = { readonly member: JsonMember; readonly field: RenamedField; readonly written: string };

/**
 * Returns a site file of an older version as this version reads it, and what was changed.
 * @throws {MigrationError} where it is no JSON, where a value cannot be taken over, or where the result is not a site file of
 * this version, an unknown field included; nothing is guessed
 */
export function migrateSiteFile(text: string, source: string): Migration {
  if (text.startsWith(BYTE_ORDER_MARK)) {
    const migration = migrateSiteFile(text.slice(1), source);
    return { ...migration, text: BYTE_ORDER_MARK + migration.text };
  }
  if (unambiguousJson(text) === undefined)
    throw new MigrationError(`${source} is no JSON, or a field is written twice in one object.`);
  const fields = jsonMembers(text).filter(({ path }) => FIELD_OF_SITE.test(path));
  const paths = new Set(fields.map(({ path }) => path));
  const changes: Change[] = [];
  const problems: string[] = [];
  for (const member of fields) {
    const field = byOldName.get(member.name);
    if (field === undefined) continue;
    const old: unknown = JSON.parse(text.slice(member.valueFrom, member.valueTo));
    const value = field.newValue(old);
    const { newName } = field;
    if (paths.has(`${member.path.slice(0, -member.name.length)}${newName}`))
      problems.push(`${member.path} is now called ${newName}, which stands beside it; delete one of the two`);
    else if (value === undefined)
      problems.push(
        `${member.path} has a value that was never right: ${JSON.stringify(old)}; correct it first`,
      );
    else changes.push({ member, field, written: JSON.stringify(value) });
  }
  if (problems.length > 0) throw new MigrationError(`${source}:\n  ${problems.join('\n  ')}`);
  const migrated = changes.toReversed().reduce(withChange, text);
  refuseUnknown(migrated, source);
  return { text: migrated, changes: changes.map((change) => sentenceOf(change, text)) };
}

const withChange = (text: string, { member, field, written }: Change): string =>
  text.slice(0, member.nameFrom) +
  JSON.stringify(field.newName) +
  text.slice(member.nameTo, member.valueFrom) +
  written +
  text.slice(member.valueTo);

const sentenceOf = ({ member, field, written }: Change, text: string): string =>
  `${member.path}: ${text.slice(member.valueFrom, member.valueTo)} becomes "${field.newName}": ${written}. The field was renamed. ${field.note}`;

/** Whatever this version would refuse is refused before anything is written, with the paths. */
function refuseUnknown(text: string, source: string): void {
  try {
    checkedSites(JSON.parse(text), source);
  } catch (cause) {
    throw new MigrationError(
      `${cause instanceof Error ? cause.message : source}\nNothing was changed. Correct this by hand (docs/contract.md, section 2, has every field), then migrate again.`,
      { cause },
    );
  }
}
