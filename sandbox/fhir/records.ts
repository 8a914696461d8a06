import type { FhirResource, Patient } from 'fhir/r4';
import type { ImportedPeople } from '../imported/importedPeople.ts';
import type { PatientStory } from '../patients/story.ts';

/** Holds one patient's resources and indexes them once. */
export class PatientRecord {
  readonly story: PatientStory;
  readonly resources: readonly FhirResource[];
  readonly patient: Patient;
  readonly #byType = new Map<string, FhirResource[]>();
  readonly #byReference = new Map<string, FhirResource>();
  readonly #earlierVersions = new Map<string, FhirResource[]>();
  /** Search results are kept by their query, so that a second search and every later page cost nothing. */
  readonly #results = new Map<string, readonly FhirResource[]>();

  constructor(story: PatientStory, fhirBase: string) {
    this.story = story;
    this.resources = story.resources(fhirBase);
    for (const resource of this.resources) {
      const sameType = this.#byType.get(resource.resourceType);
      if (sameType) sameType.push(resource);
      else this.#byType.set(resource.resourceType, [resource]);
      this.#byReference.set(`${resource.resourceType}/${resource.id}`, resource);
    }
    for (const version of story.earlierVersions?.() ?? []) {
      const key = `${version.resourceType}/${version.id}`;
      this.#earlierVersions.set(key, [...(this.#earlierVersions.get(key) ?? []), version]);
    }
    const patient = this.resources.find((resource) => resource.resourceType === 'Patient');
    if (patient?.id !== story.id) throw new Error(`The story ${story.id} has no Patient of its own.`);
    this.patient = patient;
  }

  resourcesOfType(type: string): readonly FhirResource[] {
    return this.#byType.get(type) ?? [];
  }

  find(type: string, id: string): FhirResource | undefined {
    return this.#byReference.get(`${type}/${id}`);
  }

  /** Returns the superseded versions of a resource, oldest first. */
  earlierVersions({ resourceType, id }: FhirResource): readonly FhirResource[] {
    return this.#earlierVersions.get(`${resourceType}/${id}`) ?? [];
  }

  cachedResult(key: string, search: () => readonly FhirResource[]): readonly FhirResource[] {
    const known = this.#results.get(key);
    if (known) return known;
    const found = search();
    if (this.#results.size >= 100) this.#results.clear();
    this.#results.set(key, found);
    return found;
  }
}

const MAX_IMPORTED_RECORDS = 8;

export class RecordStore {
  readonly stories: readonly PatientStory[];
  readonly #fhirBase: string;
  readonly #records = new Map<string, PatientRecord>();
  readonly #imported: ImportedPeople | undefined;
  /** The imported people who were opened last. The others stay on the disk. */
  readonly #importedRecords = new Map<string, PatientRecord>();

  constructor(stories: readonly PatientStory[], fhirBase: string, imported?: ImportedPeople) {
    this.stories = stories;
    this.#fhirBase = fhirBase;
    this.#imported = imported;
  }

  record(patientId: string): PatientRecord | undefined {
    const known = this.#records.get(patientId);
    const story = this.stories.find((one) => one.id === patientId);
    if (!known && !story) return this.#importedRecord(patientId);
    if (known || !story) return known;
    const record = new PatientRecord(story, this.#fhirBase);
    this.#records.set(patientId, record);
    return record;
  }

  #importedRecord(patientId: string): PatientRecord | undefined {
    const imported = this.#imported;
    if (!imported?.has(patientId)) return undefined;
    const key = `${imported.version} ${patientId}`;
    const story = imported.story(patientId);
    const record = this.#importedRecords.get(key) ?? (story && new PatientRecord(story, this.#fhirBase));
    if (!record) return undefined;
    this.#importedRecords.delete(key);
    this.#importedRecords.set(key, record);
    const [oldest] = this.#importedRecords.keys();
    if (this.#importedRecords.size > MAX_IMPORTED_RECORDS && oldest !== undefined)
      this.#importedRecords.delete(oldest);
    return record;
  }

  /** Returns the records that a page may list. A story on demand is only built when its patient is opened. */
  get listed(): readonly PatientRecord[] {
    return this.stories
      .filter(({ isOnDemand }) => isOnDemand === undefined)
      .map((story) => this.record(story.id))
      .filter((record) => record !== undefined);
  }

  /**
   * A read of another patient's resource is refused (403), while one of an unknown resource is not found
   * (404).
   */
  hasResource(type: string, id: string): boolean {
    return [...this.listed, ...this.#records.values()].some((record) => record.find(type, id) !== undefined);
  }
}
