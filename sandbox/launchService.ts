import { splitScopes } from './authorization/scopes.ts';
import { HttpError } from './http.ts';
import { CLINICIAN_ID, type Launch, type LaunchRegistry } from './launchRegistry.ts';
import { DEFAULT_SETTINGS, type LaunchSettings } from './launchSettings.ts';
import type { RecordStore } from './fhir/records.ts';
import { styleUrl } from './smartStyles.ts';
import type { Vendor } from './vendors/vendor.ts';

type LaunchServiceOptions = {
  readonly origin: string;
  readonly appOrigin: string;
  readonly fhirBases: Readonly<Record<Vendor, string>>;
  readonly recordsByVendor: Readonly<Record<Vendor, RecordStore>>;
  readonly launchRegistry: LaunchRegistry;
};

/** Starts launches for the launch page, the EHR frame's patient list and the JSON API. */
export class LaunchService {
  readonly #options: LaunchServiceOptions;
  readonly #settings = new Map<string, LaunchSettings>();
  #standaloneSettings: LaunchSettings | undefined;

  constructor(options: LaunchServiceOptions) {
    this.#options = options;
  }

  startLaunch(settings: LaunchSettings): { readonly launch: string | undefined; readonly url: string } {
    const { origin, launchRegistry, recordsByVendor } = this.#options;
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
    const launchId = launchRegistry.add(this.buildLaunch(patient, CLINICIAN_ID, settings));
    this.#settings.set(launchId, settings);
    const ehrUrl = `${origin}/ehr?${new URLSearchParams({ launch: launchId }).toString()}`;
    return { launch: launchId, url: kind === 'frame' ? ehrUrl : this.appUrl(launchId) };
  }

  buildLaunch(
    patient: string | undefined,
    user: string,
    settings: Omit<LaunchSettings, 'patient' | 'kind' | 'user'>,
  ): Launch {
    const { vendor, scopes, banner, tokenLifeSeconds, intent, tenant, fhirContext, style } = settings;
    return {
      fhirBase: this.#options.fhirBases[vendor],
      user,
      patient,
      encounter: this.#findEncounter(patient, settings.encounter),
      banner,
      scopes: scopes === undefined ? undefined : splitScopes(scopes),
      tokenLifeSeconds,
      intent,
      tenant,
      fhirContext,
      styleUrl: style && styleUrl(style, this.#options.origin),
      isOneTime: false,
      isDeclined: false,
    };
  }

  /** Returns the settings of an EHR launch, so that another patient can be opened with the same ones. */
  settingsOf(launchId: string): LaunchSettings | undefined {
    return this.#settings.get(launchId);
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
