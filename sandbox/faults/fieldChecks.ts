// These checks validate and type a JSON value from outside. A wrong value is refused with its name, so that a
// typing mistake in a test never passes for a fault that does nothing.
import { STATUS_CODES } from 'node:http';
import { HttpError } from '../http.ts';

/** A check never returns false but throws. Its return type makes the checked value usable without a cast. */
export type FieldCheck<T> = (value: unknown, path: string) => value is T;

export type CheckedValue<C> = C extends FieldCheck<infer T> ? T : never;

type OptionalFields<C> = { readonly [K in keyof C]?: CheckedValue<C[K]> };

function mustBe(what: string, path: string): never {
  throw new HttpError(400, `${path === '' ? 'The body' : path} must be ${what}.`);
}

export const trueOrFalse: FieldCheck<boolean> = (value, path): value is boolean =>
  typeof value === 'boolean' || mustBe('true or false', path);

export const nonEmptyText: FieldCheck<string> = (value, path): value is string =>
  (typeof value === 'string' && value !== '') || mustBe('text', path);

export const nonNegativeNumber: FieldCheck<number> = (value, path): value is number =>
  (typeof value === 'number' && Number.isFinite(value) && value >= 0) ||
  mustBe('a number, zero or more', path);

export const integerFrom =
  (minimum: number): FieldCheck<number> =>
  (value, path): value is number =>
    (typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum) ||
    mustBe(`a whole number, ${minimum} or more`, path);

export const httpStatus: FieldCheck<number> = (value, path): value is number =>
  (typeof value === 'number' && value >= 200 && STATUS_CODES[value] !== undefined) ||
  mustBe('an HTTP status, 200 or more', path);

export const oneOf =
  <const T extends readonly string[]>(...values: T): FieldCheck<T[number]> =>
  (value, path): value is T[number] =>
    values.some((one) => one === value) || mustBe(`one of ${values.join(', ')}`, path);

export const textList: FieldCheck<readonly string[]> = (value, path): value is readonly string[] =>
  (Array.isArray(value) && value.every((one) => typeof one === 'string')) || mustBe('a list of texts', path);

export const jsonObject: FieldCheck<object> = (value, path): value is object =>
  (typeof value === 'object' && value !== null && !Array.isArray(value)) || mustBe('an object', path);

/** Checks an object of these fields, each of which may be absent. */
export const objectOf =
  <C extends Readonly<Record<string, FieldCheck<unknown>>>>(checks: C): FieldCheck<OptionalFields<C>> =>
  (value, path): value is OptionalFields<C> => {
    if (!jsonObject(value, path)) return false;
    for (const [name, part] of Object.entries(value)) {
      const at = path === '' ? name : `${path}.${name}`;
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
      if (!check) throw new HttpError(400, `${at} is not a fault.`);
      check(part, at);
    }
    return true;
  };
