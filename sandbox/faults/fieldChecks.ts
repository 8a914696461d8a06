// What a JSON value from outside must look like, checked and typed in one place. A value that may not stand where it
// stands is refused with its name, so that a typing mistake in a test never passes for a fault that does nothing.
import { STATUS_CODES } from 'node:http';
import { HttpRefusal } from '../http.ts';

/** Never answers false: it throws. The answer's type is what makes the checked value usable without a cast. */
export type Check<T> = (value: unknown, path: string) => value is T;

export type Checked<C> = C extends Check<infer T> ? T : never;

type Group<C> = { readonly [K in keyof C]?: Checked<C[K]> };

function mustBe(what: string, path: string): never {
  throw new HttpRefusal(400, `${path === '' ? 'The body' : path} must be ${what}.`);
}

export const truth: Check<boolean> = (value, path): value is boolean =>
  typeof value === 'boolean' || mustBe('true or false', path);

export const text: Check<string> = (value, path): value is string =>
  (typeof value === 'string' && value !== '') || mustBe('text', path);

/** Zero or more, for durations too. */
export const amount: Check<number> = (value, path): value is number =>
  (typeof value === 'number' && Number.isFinite(value) && value >= 0) ||
  mustBe('a number, zero or more', path);

export const whole =
  (least: number): Check<number> =>
  (value, path): value is number =>
    (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) ||
    mustBe(`a whole number, ${least} or more`, path);

export const httpStatus: Check<number> = (value, path): value is number =>
  (typeof value === 'number' && value >= 200 && STATUS_CODES[value] !== undefined) ||
  mustBe('an HTTP status, 200 or more', path);

export const oneOf =
  <const T extends readonly string[]>(...values: T): Check<T[number]> =>
  (value, path): value is T[number] =>
    values.some((one) => one === value) || mustBe(`one of ${values.join(', ')}`, path);

export const texts: Check<readonly string[]> = (value, path): value is readonly string[] =>
  (Array.isArray(value) && value.every((one) => typeof one === 'string')) || mustBe('a list of texts', path);

export const fields: Check<object> = (value, path): value is object =>
  (typeof value === 'object' && value !== null && !Array.isArray(value)) || mustBe('an object', path);

/** An object of these fields, each of which may be absent. */
export const group =
  <C extends Readonly<Record<string, Check<unknown>>>>(checks: C): Check<Group<C>> =>
  (value, path): value is Group<C> => {
    if (!fields(value, path)) return false;
    for (const [name, part] of Object.entries(value)) {
      const at = path === '' ? name : `${path}.${name}`;
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
      if (!check) throw new HttpRefusal(400, `${at} is not a fault.`);
      check(part, at);
    }
    return true;
  };
