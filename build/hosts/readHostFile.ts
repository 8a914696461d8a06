// This file reads each header file back as its host does. The tests compare what comes out with the table that went in.

/** A host answers with these headers. Each has all its values, in order. */
type Answer = Readonly<Record<string, readonly string[]>>;
/** A browser asks for a path, at which a file may be there or missing. */
type Asked = { readonly path: string; readonly isThere: boolean };
type HostReader = (text: string, asked: Asked) => Answer;

const isAsset = ({ path }: Asked): boolean => path.startsWith('/assets/');

function collected(
  pairs: readonly (readonly [name: string | undefined, value: string | undefined])[],
): Answer {
  const found: Record<string, string[]> = {};
  for (const [name = '', value = ''] of pairs) (found[name] ??= []).push(value);
  return found;
}

/** The longest location wins, and only `always` covers errors: https://nginx.org/en/docs/http/ngx_http_headers_module.html */
const readNginx: HostReader = (text, asked) => {
  const blocks = [...text.matchAll(/^location (\S+) \{\n([\s\S]*?)^\}$/gm)]
    .filter(([, prefix = '']) => asked.path.startsWith(prefix))
    .toSorted(([, a = ''], [, b = '']) => b.length - a.length);
  const lines = (blocks[0]?.[2] ?? '').trimEnd().split('\n');
  const read = lines.map((line) => {
    const parts = /^ {4}add_header (\S+) "([^"$\\]{1,4095})"( always)?;$/.exec(line);
    if (parts === null) throw new Error(`nginx would not read: ${line}`);
    return parts;
  });
  return collected(
    read
      .filter(([, , , always]) => asked.isThere || always !== undefined)
      .map(([, name, value]) => [name, value]),
  );
};

/** Caddy documents the directive at https://caddyserver.com/docs/caddyfile/directives/header */
const readCaddy: HostReader = (text, asked) => {
  const assets = /^@longviewAssets \{\n([\s\S]*?)^\}$/m.exec(text)?.[1] ?? '';
  const isForFilesAlone = /^ {4}file$/m.test(assets);
  const matchers: Readonly<Record<string, boolean>> = {
    '@longviewAssets': isAsset(asked) && (asked.isThere || !isForFilesAlone),
    '@longviewPages': !isAsset(asked),
  };
  const body = /^header \{\n([\s\S]*?)^\}$/m.exec(text)?.[1] ?? '';
  const all = [...body.matchAll(/^ {4}([A-Z]\S+) "([^"{}\\\n]*)"$/gm)];
  const own = [...text.matchAll(/^header (@\w+) (\S+) "([^"{}\\\n]*)"$/gm)].filter(
    ([, matcher = '']) => matchers[matcher],
  );
  return collected([
    ...all.map(([, name, value]) => [name, value] as const),
    ...own.map(([, , name, value]) => [name, value] as const),
  ]);
};

/** Without `always` a header is for found files alone: https://httpd.apache.org/docs/2.4/mod/mod_headers.html#header */
const readApache: HostReader = (text, asked) => {
  const tables = { always: new Map<string, string>(), found: new Map<string, string>() };
  for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    const parts =
      /^Header (always )?(set|unset) ([\w-]+)(?: "([^"%\\]*)")?(?: "expr=%\{REQUEST_URI\} ([!=]~) m#([^#]*)#")?$/.exec(
        line,
      );
    if (parts === null) throw new Error(`Apache would not read: ${line}`);
    const [, always, act, name = '', value, operator, pattern = ''] = parts;
    if (operator !== undefined && new RegExp(pattern).test(asked.path) !== (operator === '=~')) continue;
    const table = always === undefined ? tables.found : tables.always;
    if (act === 'unset') table.delete(name);
    else table.set(name, value ?? '');
  }
  return collected([...tables.always, ...(asked.isThere ? tables.found : [])]);
};

/** Throws where the elements of an XML document are not closed in their order. */
function expectBalanced(text: string): void {
  const elements = text
    .replaceAll(/<!--[\s\S]*?-->|<\?xml[^>]*\?>/g, '')
    .matchAll(/<(\/?)([\w.]+)[^<>]*?(\/?)>/g);
  const open: string[] = [];
  for (const [, closes, name = '', isEmpty] of elements)
    if (closes === '/') {
      if (open.pop() !== name) throw new Error(`IIS would not read: ${name} is closed at the wrong place`);
    } else if (isEmpty === '') open.push(name);
  if (open.length > 0) throw new Error(`IIS would not read: ${open.join()} is not closed`);
}

/** clientCache is for found files alone, and a location overrides it: https://learn.microsoft.com/iis/configuration/ */
const readIis: HostReader = (text, asked) => {
  expectBalanced(text);
  const set = new Map<string, string>();
  for (const [, act, name = '', value = ''] of text.matchAll(
    /<(add|remove) name="([^"&<]+)"(?: value="([^"&<]*)")? \/>/g,
  )) {
    if (act === 'add' && set.has(name)) throw new Error(`IIS would not read: ${name} stands twice`);
    if (act === 'add') set.set(name, value);
    else set.delete(name);
  }
  const [pages, assets] = [
    ...text.matchAll(/<clientCache cacheControlMode="NoControl" cacheControlCustom="([^"]*)" \/>/g),
  ].map(([, value]) => value);
  return collected([
    ...set,
    ...(asked.isThere ? [['Cache-Control', isAsset(asked) ? assets : pages] as const] : []),
  ]);
};

/**
 * Both hosts put together all rules that match a path, and join the values of one name.
 * https://developers.cloudflare.com/pages/configuration/headers/
 */
const readHeaders: HostReader = (text, { path }) => {
  const found: [string, string][] = [];
  let matches = false;
  for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    if (line.length > 2000) continue;
    if (line.startsWith(' ')) {
      const [, name = '', value = ''] = /^ +([\w-]+): (.*)$/.exec(line) ?? [];
      if (matches) found.push([name, value]);
    } else matches = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : line === path;
  }
  return collected(found);
};

/** Each header file of the build has a reader. */
export const HOST_READERS: Readonly<Record<string, HostReader>> = {
  'longview.nginx.conf': readNginx,
  'longview.Caddyfile': readCaddy,
  'longview.apache.conf': readApache,
  'web.config': readIis,
  _headers: readHeaders,
};
