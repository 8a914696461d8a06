/** A field of something that came from outside, whatever that is; undefined where there is none. Never throws. */
export const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** What is an object there, arrays included; undefined where there is none. */
export const objectField = (value: unknown, name: string): object | undefined => {
  const field = fieldOf(value, name);
  return typeof field === 'object' && field !== null ? field : undefined;
};

export const textField = (value: unknown, name: string): string => {
  const field = fieldOf(value, name);
  return typeof field === 'string' ? field : '';
};
