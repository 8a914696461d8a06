import { isGranted, missingGrants } from '../authorization/scopes.ts';

export type ScopeRow = {
  readonly scope: string;
  readonly requested: 'yes' | 'no';
  readonly granted: string;
  readonly used: string;
};

type Granted = { readonly requestedScope: string; readonly scope: string; readonly isScopeSent: boolean };

/** What a scope was good for so far, in words. */
export type ScopeUse = (scope: string, resourceType: string | undefined) => string;

const wordsIn = (scopes: string): string[] => [...new Set(scopes.split(/\s+/).filter((word) => word !== ''))];

const CLINICAL = /^(?:patient|user|system)\/(\*|[A-Za-z]+)\./;
const typeIn = (scope: string): string | undefined => CLINICAL.exec(scope)?.[1];

/** Every scope that was asked, then those that came unasked. Servers spell grants in their own way, so types and rights count. */
export function scopeRows(
  { requestedScope, scope: granted, isScopeSent }: Granted,
  useOf: ScopeUse,
): ScopeRow[] {
  const wanted = wordsIn(requestedScope);
  const rows = wanted.map((scope): ScopeRow => ({
    scope: shownScope(scope),
    requested: 'yes',
    granted: isScopeSent ? grantWords(scope, granted) : 'not said by the server',
    used: useOf(scope, typeIn(scope)),
  }));
  if (!isScopeSent) return rows;
  const more = wordsIn(granted).filter(
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
  const words = wordsIn(granted);
  const type = typeIn(scope);
  if (type === undefined) {
    if (words.includes(scope)) return 'yes';
    return scope === 'launch' || scope.startsWith('launch/') ? 'not repeated; the context came' : 'no';
  }
  const right = type === 'Patient' ? 'r' : 's';
  if (!isGranted(granted, type, right)) return 'no';
  const isPart = missingGrants(scope, granted).partial.includes(type);
  if (words.includes(scope)) return 'yes';
  const as = words.filter((word) => isGranted(word, type, right)).map(shownScope);
  return `${isPart ? 'in part' : 'yes'}, as ${as.join(' ')}`;
}

/** The same rights in another spelling, or wider ones over a type that was asked for. */
const covers = (scope: string, wanted: readonly string[]): boolean =>
  wanted.some((one) => {
    const type = typeIn(one);
    return type !== undefined && isGranted(scope, type, type === 'Patient' ? 'r' : 's');
  });

const isWriting = (scope: string): boolean => /\.(?:write|\*|(?=[cruds]*[cud])[cruds]+)(?:\?|$)/i.test(scope);

/** A scope is the server's text: only what looks like one is shown, and of a query the category alone. */
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
