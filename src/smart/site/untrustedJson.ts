/** Returns a field of any value; undefined when it has none of its own: an inherited one was not sent. Never throws. */
export const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;

/** Returns a field that is an object or an array; undefined when it is not. */
export const objectField = (value: unknown, name: string): object | undefined => {
  const field = fieldOf(value, name);
  return typeof field === 'object' && field !== null ? field : undefined;
};

/** Returns a field that is a string; '' when it is not. */
export const textField = (value: unknown, name: string): string => {
  const field = fieldOf(value, name);
  return typeof field === 'string' ? field : '';
};

/** Returns the strings in a field that is an array; [] when it is not. */
export const textListField = (value: unknown, name: string): string[] => {
  const field = fieldOf(value, name);
  return Array.isArray(field) ? field.filter((item): item is string => typeof item === 'string') : [];
};
