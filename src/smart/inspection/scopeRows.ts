import { isGranted, missingGrants } from '../authorization/scopes.ts';

/** A row of the table of scopes is given in words. */
export type ScopeRow = {
  readonly scope: string;
  readonly requested: 'yes' | 'no';
  readonly granted: string;
  readonly used: string;
};

type Granted = { readonly requestedScope: string; readonly scope: string; readonly isScopeSent: boolean };

/** Says in words what a scope was used for so far. */
export type ScopeUse = (scope: string, resourceType: string | undefined) => string;

const scopesIn = (scopes: string): string[] => [
  ...new Set(scopes.split(/\s+/).filter((scope) => scope !== '')),
];

const CLINICAL = /^(?:patient|user|system)\/(\*|[A-Za-z]+)\./;
const typeIn = (scope: string): string | undefined => CLINICAL.exec(scope)?.[1];

/**
 * Returns a row for every requested scope, then for every scope that was granted unrequested. Servers write grants in other
 * forms, so types and rights are compared, not strings (rules.md row 42).
 */
export function scopeRows(
  { requestedScope, scope: granted, isScopeSent }: Granted,
  useOf: ScopeUse,
): ScopeRow[] {
  const wanted = scopesIn(requestedScope);
  const rows = wanted.map((scope): ScopeRow => ({
    scope: shownScope(scope),
    requested: 'yes',
    granted: isScopeSent ? grantWords(scope, granted) : 'not said by the server',
    used: useOf(scope, typeIn(scope)),
  }));
  if (!isScopeSent) return rows;
  const more = scopesIn(granted).filter(
    (scope) => !wanted.includes(scope) && (!covers(scope, wanted) || isWriting(scope)),
  );
  return [
    ...rows,
    ...more.map((scope): ScopeRow => ({
      scope: shownScope(scope),
      requested: 'no',
      granted: 'yes',
      used: 'no',
    })),
  ];
}

function grantWords(scope: string, granted: string): string {
  const words = scopesIn(granted);
  const type = typeIn(scope);
  if (type === undefined) {
    if (words.includes(scope)) return 'yes';
    return scope === 'launch' || scope.startsWith('launch/') ? 'not repeated; the context came' : 'no';
  }
  const right = type === 'Patient' ? 'r' : 's';
  if (!isGranted(granted, type, right)) return 'no';
  const isPart = missingGrants(scope, granted).partial.includes(type);
  if (words.includes(scope)) return 'yes';
  const as = words.filter((one) => isGranted(one, type, right)).map(shownScope);
  return `${isPart ? 'in part' : 'yes'}, as ${as.join(' ')}`;
}

/** Whether a granted scope only repeats or widens the rights to a requested type. */
const covers = (scope: string, wanted: readonly string[]): boolean =>
  wanted.some((one) => {
    const type = typeIn(one);
    return type !== undefined && isGranted(scope, type, type === 'Patient' ? 'r' : 's');
  });

const isWriting = (scope: string): boolean => /\.(?:write|\*|(?=[cruds]*[cud])[cruds]+)(?:\?|$)/i.test(scope);

/** Returns what may be shown of a scope, which is the server's text: a plain scope, and the category of its query. */
function shownScope(scope: string): string {
  const [words = '', query] = scope.split('?', 2);
  if (!/^[A-Za-z_./:*-]{1,60}$/.test(words)) return 'a scope that is not shown';
  if (query === undefined) return words;
  const category = /(?:^|&)category=([\w:/.-]{1,80}(?:\|[a-z-]{1,40})?)(?:&|$)/.exec(decoded(query))?.[1];
  return `${words}?${category === undefined ? '…' : `category=${category}`}`;
}

function decoded(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    return '';
  }
}
