/** This is one member of an object in a JSON text, with the places of its name and its value. */
export type JsonMember = {
  /** "/sites/0/vendor": where the member stands, as a JSON pointer (RFC 6901) without its escapes. */
  readonly path: string;
  readonly name: string;
  readonly nameFrom: number;
  readonly nameTo: number;
  readonly valueFrom: number;
  readonly valueTo: number;
};

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Returns each member of each object in a JSON text, in the order in which their values end, so that a text can be changed in
 * places and stay as it was written elsewhere. The text has to be JSON: `JSON.parse` tells.
 */
export function jsonMembers(text: string): readonly JsonMember[] {
  const tokens = [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({ token, from: index }));
  const members: JsonMember[] = [];
  let at = 0;
  const next = () => tokens[at++] ?? { token: '', from: text.length };
  /** Reads the value at hand and returns where it ends. */
  const readValue = (path: string): number => {
    const { token, from } = next();
    if (token === '{') return readUntil('}', () => readMember(path));
    if (token !== '[') return from + token.length;
    let index = 0;
    return readUntil(']', () => readValue(`${path}/${index++}`));
  };
  const readUntil = (end: string, readOne: () => void): number => {
    while (at < tokens.length && tokens[at]?.token !== end) {
      if (tokens[at]?.token === ',') at++;
      else readOne();
    }
    return next().from + 1;
  };
  const readMember = (around: string): void => {
    const { token, from } = next();
    at++; // the colon
    const name = String(JSON.parse(token));
    const path = `${around}/${name}`;
    const valueFrom = tokens[at]?.from ?? text.length;
    const valueTo = readValue(path);
    members.push({ path, name, nameFrom: from, nameTo: from + token.length, valueFrom, valueTo });
  };
  readValue('');
  return members;
}
