import type { FhirResource } from 'fhir/r4';
import { parseFhirJson } from '../decimals.ts';
import type { PatientSummary } from '../pages/patientSummary.ts';
import type { PatientStory } from '../patients/story.ts';
import { rebaseUrls } from '../rebaseUrls.ts';
import { foreignPatientSummary } from '../upstream/foreignPatient.ts';
import { elementsOf } from '../upstream/upstreamReader.ts';
import { currentImportFolder, ImportedFiles, type Place } from './importedFiles.ts';

export type ImportedPage = {
  readonly people: readonly PatientSummary[];
  /** So many were found in all. */
  readonly found: number;
  /** This is the number of the next page, from 2 on. */
  readonly nextPage: number | undefined;
};

type Person = { readonly summary: PatientSummary; readonly offset: number; readonly length: number };

type Loaded = {
  readonly version: string;
  readonly files: ImportedFiles;
  readonly byId: ReadonlyMap<string, Person>;
  readonly inOrder: readonly PatientSummary[];
};

const PEOPLE_PER_PAGE = 20;

/**
 * Finds the people whom `npm run cohort` has imported. It holds their names; their resources stay on the disk and are read when
 * somebody is opened. An import that takes the place of another is noticed at the next look.
 */
export class ImportedPeople {
  readonly #folder: string | undefined;
  #loaded: Loaded | undefined;

  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  /** This changes when another import takes the place of this one. */
  get version(): string {
    return this.#current()?.version ?? '';
  }

  get count(): number {
    return this.#current()?.byId.size ?? 0;
  }

  has(id: string): boolean {
    return this.#current()?.byId.has(id) === true;
  }

  summary(id: string): PatientSummary | undefined {
    return this.#current()?.byId.get(id)?.summary;
  }

  /** Returns a page of the people whose name holds all words of a text, or whose id or number it is. No text finds everybody. */
  search(text: string, page: number): ImportedPage {
    const words = plain(text)
      .split(/\s+/)
      .filter((word) => word !== '');
    const all = this.#current()?.inOrder ?? [];
    const found =
      words.length === 0
        ? all
        : all.filter(
            ({ id, mrn, name }) =>
              id === text.trim() || mrn === text.trim() || words.every((word) => plain(name).includes(word)),
          );
    const start = (page - 1) * PEOPLE_PER_PAGE;
    const people = found.slice(start, start + PEOPLE_PER_PAGE);
    return {
      people,
      found: found.length,
      nextPage: start + people.length < found.length ? page + 1 : undefined,
    };
  }

  /** Returns a person as a story, whose resources are read from the disk. */
  story(id: string): PatientStory | undefined {
    const loaded = this.#current();
    const person = loaded?.byId.get(id);
    if (!loaded || !person) return undefined;
    const { files } = loaded;
    return {
      id,
      title: person.summary.name,
      purpose: person.summary.purpose,
      isNeverRecoded: true,
      resources: (fhirBase = '') => {
        const line = files.indexLine(person.offset, person.length);
        return files
          .texts(placesOf(line).lines)
          .map((text) => parseFhirJson(rebaseUrls(text, files.server, fhirBase)))
          .filter(isResource);
      },
    };
  }

  #current(): Loaded | undefined {
    if (this.#folder === undefined) return undefined;
    const found = currentImportFolder(this.#folder);
    if (found?.version !== this.#loaded?.version) this.#loaded = found && load(found.folder, found.version);
    return this.#loaded;
  }
}

/** The import has checked each line. A file that somebody changed since is not trusted. */
const isResource = (value: unknown): value is FhirResource =>
  typeof Object(value)['resourceType'] === 'string' && typeof Object(value)['id'] === 'string';

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

function load(folder: string, version: string): Loaded {
  const files = new ImportedFiles(folder);
  const { host } = new URL(files.server);
  const byId = new Map<string, Person>();
  files.eachIndexLine((line, offset, length) => {
    const { id, lines } = placesOf(line);
    const [text = '{}'] = files.texts(lines.slice(0, 1));
    const patient = elementsOf(JSON.parse(text));
    if (patient['resourceType'] !== 'Patient' || patient['id'] !== id) return;
    const summary = { ...foreignPatientSummary(patient), title: id, purpose: `Imported from ${host}` };
    byId.set(id, { summary, offset, length });
  });
  const inOrder = [...byId.values()]
    .map(({ summary }) => summary)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  return { version, files, byId, inOrder };
}

function placesOf(line: string): { readonly id: string; readonly lines: readonly Place[] } {
  const { id, lines }: Record<string, unknown> = Object(JSON.parse(line));
  const isPlace = (place: unknown): place is Place =>
    Array.isArray(place) &&
    place.length === 3 &&
    place.every((one) => Number.isSafeInteger(one) && Number(one) >= 0);
  if (typeof id !== 'string' || !Array.isArray(lines) || !lines.every(isPlace))
    throw new Error('The index of an import has another form.');
  return { id, lines };
}
