import { parseClinicalScope } from '../authorization/scopes.ts';
import type { PortalWords } from './englishWords.ts';

const CATEGORY = /^category=(?:http:\/\/terminology\.hl7\.org\/CodeSystem\/observation-category\|)?([\w-]+)$/;

/** Describes a scope as somebody who is asked to allow it would say it. */
export function describeScope(scope: string, words: PortalWords): string {
  const clinical = parseClinicalScope(scope);
  if (!clinical) return ownEntry(words.identityScopes, scope) ?? words.otherScope(scope);
  const verbs = [
    /[rs]/.test(clinical.permissions) && words.verbs.read,
    /[cu]/.test(clinical.permissions) && words.verbs.change,
    clinical.permissions.includes('d') && words.verbs.delete,
  ].filter((verb) => verb !== false);
  const resource = ownEntry(words.resources, clinical.type) ?? words.otherResource(clinical.type);
  const text = `${verbs.join(words.and)} ${resource}${limitText(clinical.query, words)}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function limitText(query: string, words: PortalWords): string {
  if (query === '') return '';
  const category = ownEntry(words.categories, CATEGORY.exec(query)?.[1] ?? '');
  return category === undefined ? words.onlyWhere(query) : words.only(category);
}

/** A scope is text from elsewhere, and may name what every object has. */
const ownEntry = (texts: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(texts, name) ? texts[name] : undefined;
