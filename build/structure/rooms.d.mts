type Stage = {
  readonly imports: readonly string[];
  readonly packages: readonly string[];
  readonly rooms?: readonly string[];
  readonly areRoomsApart?: true;
};
type OrderedStage = Stage & { readonly rooms: readonly string[] };
type Place = { readonly stage: string; readonly room: string; readonly isTest: boolean };

export const LIMITED_PACKAGES: readonly string[];
export const STAGES: Readonly<Record<string, Stage>> &
  Readonly<Record<'clinical' | 'charts' | 'parts', OrderedStage>>;
export const SANDBOX: { readonly name: string; readonly packages: readonly string[] };
export function placeOf(path: string): Place | undefined;
export function whyNotImport(from: Place, to: Place): string | undefined;
export function whyNotPackage(from: Place, specifier: string): string | undefined;
