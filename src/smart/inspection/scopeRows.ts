import { findingTexts } from './finding.messages.ts';
import { missingGrants } from '../authorization/missingGrants.ts';
import { isGranted } from '../authorization/scopes.ts';
import { shownScope } from './shownScope.ts';

/** A row of the table of scopes is given in words. */
export type ScopeRow = {
  readonly scope: string;
  readonly requested: string;
  readonly granted: string;
  /** Says whether less was granted than requested. */
  readonly isLessGranted: boolean;
  readonly used: string;
};

type Granted = { readonly requestedScope: string; readonly scope: string; readonly isScopeSent: boolean };

/** Says in words what a scope was used for so far. */
export type ScopeUse = (scope: string, resourceType: string | undefined) => string;

const scopesIn = (scopes: string): string[] => [
  ...new Set(scopes.split(/\s+/).filter((scope) => scope !== '')),
];

const CLINICAL = /^(?:[^?]*\/)?(?:patient|user|system)[/.](\*|[A-Za-z]+)\./;
const typeIn = (scope: string): string | undefined => CLINICAL.exec(scope)?.[1];

/**
 * Returns a row for every requested scope, then for every scope that was granted unrequested. Servers write grants in other
 * forms, so types and rights are compared, not strings (client-rules.md row 42).
 */
export function scopeRows(
  { requestedScope, scope: granted, isScopeSent }: Granted,
  useOf: ScopeUse,
): ScopeRow[] {
  const wanted = scopesIn(requestedScope);
  const rows = wanted.map((scope): ScopeRow => ({
    scope: shownOrHidden(scope),
    requested: YES,
    ...(isScopeSent
      ? grantOf(scope, granted)
      : { granted: findingTexts('scopesNotSaid'), isLessGranted: false }),
    used: useOf(scope, typeIn(scope)),
  }));
  if (!isScopeSent) return rows;
  const more = scopesIn(granted).filter(
    (scope) => !wanted.includes(scope) && (!covers(scope, wanted) || isWriting(scope)),
  );
  return [
    ...rows,
    ...more.map((scope): ScopeRow => ({
      scope: shownOrHidden(scope),
      requested: NO,
      granted: YES,
      isLessGranted: false,
      used: NO,
    })),
  ];
}

const YES = findingTexts('yes');
const NO = findingTexts('no');
const FULL = { granted: YES, isLessGranted: false };
const NONE = { granted: NO, isLessGranted: true };

function grantOf(scope: string, granted: string): Pick<ScopeRow, 'granted' | 'isLessGranted'> {
  const words = scopesIn(granted);
  const type = typeIn(scope);
  if (type === undefined) {
    if (words.includes(scope)) return FULL;
    return scope === 'launch' || scope.startsWith('launch/')
      ? { granted: findingTexts('launchNotRepeated'), isLessGranted: false }
      : NONE;
  }
  const right = type === 'Patient' ? 'r' : 's';
  if (!isGranted(granted, type, right)) return NONE;
  if (words.includes(scope)) return FULL;
  const scopes = words
    .filter((one) => isGranted(one, type, right))
    .map(shownOrHidden)
    .join(' ');
  return missingGrants(scope, granted).partial.includes(type)
    ? { granted: findingTexts('grantedInPart', { scopes }), isLessGranted: true }
    : { granted: findingTexts('grantedAs', { scopes }), isLessGranted: false };
}

/** Returns whether a granted scope only repeats or widens the rights to a requested type. */
const covers = (scope: string, wanted: readonly string[]): boolean =>
  wanted.some((one) => {
    const type = typeIn(one);
    return type !== undefined && isGranted(scope, type, type === 'Patient' ? 'r' : 's');
  });

const isWriting = (scope: string): boolean => /\.(?:write|\*|(?=[cruds]*[cud])[cruds]+)(?:\?|$)/i.test(scope);

const shownOrHidden = (scope: string): string => shownScope(scope) ?? findingTexts('hiddenScope');
