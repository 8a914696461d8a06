import type { Patient } from 'fhir/r4';
import type { Hub } from './fhircast/hub.ts';
import { HttpError } from './http.ts';
import { CLINICIAN_ID, type Launch, type LaunchRegistry } from './launchRegistry.ts';
import { DEFAULT_SETTINGS, launchFromSettings, type LaunchSettings } from './launchSettings.ts';
import type { RecordStore } from './fhir/records.ts';
import type { Vendor } from './vendors/vendor.ts';

type LaunchServiceOptions = {
  readonly origin: string;
  readonly appOrigin: string;
  readonly fhirBases: Readonly<Record<Vendor, string>>;
  readonly recordsByVendor: Readonly<Record<Vendor, RecordStore>>;
  readonly launchRegistry: LaunchRegistry;
  readonly hub?: Hub | undefined;
};

/** Starts launches for the launch page, the EHR frame's patient list and the JSON API. */
export class LaunchService {
  readonly #options: LaunchServiceOptions;
  readonly #settings = new Map<string, LaunchSettings>();
  readonly #topics = new Map<string, string>();
  #standaloneSettings: LaunchSettings | undefined;

  constructor(options: LaunchServiceOptions) {
    this.#options = options;
  }

  /** Starts a launch. One from an EHR window that is open already goes on in the session of that window. */
  startLaunch(
    settings: LaunchSettings,
    windowTopic?: string,
  ): { readonly launch: string | undefined; readonly url: string } {
    const { origin, launchRegistry, recordsByVendor, hub } = this.#options;
    const { patient, kind, vendor } = settings;
    if (patient !== undefined && !recordsByVendor.generic.record(patient))
      throw new HttpError(400, 'There is no such patient.');
    if (patient !== undefined && !recordsByVendor[vendor].record(patient))
      throw new HttpError(
        400,
        'Imported people are at the generic server alone. Choose it as the record system.',
      );
    if (kind === 'standalone') {
      this.#standaloneSettings = settings;
      return { launch: undefined, url: this.appUrl() };
    }
    if (patient === undefined) throw new HttpError(400, 'This kind of launch needs a patient.');
    const topic = settings.hub ? (windowTopic ?? hub?.newTopic()) : undefined;
    const launchId = launchRegistry.add(this.buildLaunch(patient, CLINICIAN_ID, settings, topic));
    this.#settings.set(launchId, settings);
    if (topic !== undefined) {
      this.#topics.set(launchId, topic);
      void this.openChart(launchId, patient);
    }
    const ehrUrl = `${origin}/ehr?${new URLSearchParams({ launch: launchId }).toString()}`;
    return { launch: launchId, url: kind === 'frame' ? ehrUrl : this.appUrl(launchId) };
  }

  buildLaunch(
    patient: string | undefined,
    user: string,
    settings: Omit<LaunchSettings, 'patient' | 'kind' | 'user'>,
    topic?: string,
  ): Launch {
    const { hub, origin, fhirBases } = this.#options;
    return {
      ...launchFromSettings(settings, origin),
      fhirBase: fhirBases[settings.vendor],
      user,
      patient,
      encounter: this.#findEncounter(patient, settings.encounter),
      hub: hub && topic !== undefined ? { url: hub.url, topic } : undefined,
    };
  }

  /** Returns the settings of an EHR launch, so that another patient can be opened with the same ones. */
  settingsOf(launchId: string): LaunchSettings | undefined {
    return this.#settings.get(launchId);
  }

  /** Returns the session at the hub of the EHR window that made this launch; undefined without one. */
  topicOf(launchId: string): string | undefined {
    return this.#topics.get(launchId);
  }

  /** Opens a patient's chart in the window of this launch, and tells the hub. Resolves when the apps have answered. */
  async openChart(launchId: string, patientId: string): Promise<void> {
    const [topic, patient] = [this.topicOf(launchId), this.#patient(patientId)];
    if (!patient) throw new HttpError(400, 'There is no such patient.');
    if (topic !== undefined) await this.#options.hub?.openChart(topic, patient);
  }

  async closeChart(launchId: string, patientId: string): Promise<void> {
    const [topic, patient] = [this.topicOf(launchId), this.#patient(patientId)];
    if (topic !== undefined && patient) await this.#options.hub?.closeChart(topic, patient);
  }

  /** Signs the user out of the EHR window of this launch, and tells the hub. Resolves when the apps have answered. */
  async signOut(launchId: string): Promise<void> {
    const topic = this.topicOf(launchId);
    if (topic !== undefined) await this.#options.hub?.signOut(topic);
  }

  #patient(id: string): Patient | undefined {
    return this.#options.recordsByVendor.generic
      .record(id)
      ?.resourcesOfType('Patient')
      .find((resource): resource is Patient => resource.resourceType === 'Patient');
  }

  /**
   * A standalone launch cannot carry settings through the app, so the next consent page takes the last ones
   * made.
   */
  get standaloneSettings(): Omit<LaunchSettings, 'kind'> {
    return this.#standaloneSettings ?? { ...DEFAULT_SETTINGS, patient: undefined };
  }

  forgetStandaloneSettings(): void {
    this.#standaloneSettings = undefined;
  }

  appUrl(launchId?: string): string {
    const { appOrigin, fhirBases } = this.#options;
    const { vendor } =
      (launchId === undefined ? undefined : this.#settings.get(launchId)) ?? DEFAULT_SETTINGS;
    const query = new URLSearchParams({
      iss: fhirBases[vendor],
      ...(launchId !== undefined && { launch: launchId }),
    });
    return `${appOrigin}/launch.html?${query.toString()}`;
  }

  #findEncounter(patient: string | undefined, requested: string | boolean): string | undefined {
    if (typeof requested === 'string') return requested;
    if (!requested || patient === undefined) return undefined;
    const encounters = (
      this.#options.recordsByVendor.generic.record(patient)?.resourcesOfType('Encounter') ?? []
    ).filter((resource) => resource.resourceType === 'Encounter');
    return encounters.toSorted((a, b) => (a.period?.start ?? '').localeCompare(b.period?.start ?? '')).at(-1)
      ?.id;
  }
}
