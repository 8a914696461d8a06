/** The names between percent signs: `label` in '%label% is busy'. */
type PlacesIn<Text extends string> = Text extends `${string}%${infer Name}%${infer Rest}`
  ? Name | PlacesIn<Rest>
  : never;

/**
 * Puts values into a text of the scripts that the pages inline, which have no room for the library of the other catalogs:
 * `filled('%label% is busy', { label })`. Percent signs mark the places, because the build compiles what stands in braces
 * (build/messageCatalogs.ts).
 */
export const filled = <const Text extends string>(
  text: Text,
  values: Readonly<Record<PlacesIn<Text>, string>>,
): string => {
  const byName: Readonly<Record<string, string>> = values;
  return text.replaceAll(/%(\w+)%/g, (place, name: string) => byName[name] ?? place);
};
