import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { ActiveFaults } from '../faults/activeFaults.ts';
import type { Launch, LaunchRegistry } from '../launchRegistry.ts';
import type { Vendor } from '../vendors/vendor.ts';
import { oidcErrors } from './oidcLibrary.ts';
import { grantedScopes, splitScopes } from './scopes.ts';

type Dependencies = {
  readonly fhirBases: Readonly<Record<Vendor, string>>;
  readonly launchRegistry: LaunchRegistry;
  readonly faults: ActiveFaults;
};

/** Returns the launch that this authorization request belongs to, once its parameters were checked. */
export const launchOfRequest = (ctx: KoaContextWithOIDC): Launch | undefined => ctx.state['launch'];

/**
 * Returns SMART's own checks at the authorization endpoint. The library runs every entry in this order,
 * whether its parameter was sent or not.
 */
export function authorizeParameters({
  fhirBases,
  launchRegistry,
  faults,
}: Dependencies): NonNullable<Configuration['extraParams']> {
  return {
    // This parameter is our own and holds the scope as the app sent it, because the library removes
    // `offline_access` from `scope` when there is no prompt.
    requested_scope(ctx) {
      const params = ctx.oidc.params ?? {};
      if (params['state'] === undefined) throw new oidcErrors.InvalidRequest('state is required');
      const scope = [scopeAsSent(ctx)].flat()[0];
      // Otherwise a person would be asked to allow nothing, and the app would hear that they declined.
      if (grantedScopes(splitScopes(scope), undefined).length === 0)
        throw new oidcErrors.InvalidScope('scope names nothing that an app can get here', '');
      params['requested_scope'] = scope;
    },
    aud(ctx, aud) {
      if (!Object.values(fhirBases).some((base) => base === aud))
        throw new oidcErrors.InvalidRequest('aud must be this FHIR server');
      if (aud !== fhirBases.generic && ctx.oidc.params?.['launch'] === undefined)
        throw new oidcErrors.InvalidRequest('this server is opened from the EHR only');
    },
    launch(ctx, id) {
      const { error, description } = faults.current.authorize ?? {};
      if (error !== undefined) throw new oidcErrors.CustomOIDCProviderError(error, description);
      // The consent page follows for a standalone launch.
      if (id === undefined) return;
      const launch = launchRegistry.get(id);
      // A launch for another of our FHIR servers is unknown at this one.
      if (!launch || launch.fhirBase !== ctx.oidc.params?.['aud'])
        throw new oidcErrors.InvalidRequest('unknown launch, or one that was used before');
      if (!launch.isConsent && !splitScopes(ctx.oidc.params?.['requested_scope']).includes('launch')) {
        throw new oidcErrors.InvalidScope('scope launch is required', 'launch');
      }
      // A request that is not right has used nothing up.
      launchRegistry.use(id);
      if (launch.isDeclined) throw new oidcErrors.AccessDenied('The user declined.');
      ctx.state['launch'] = launch;
      ctx.oidc.session?.loginAccount({ accountId: launch.user, transient: true });
    },
  };
}

const scopeAsSent = (ctx: KoaContextWithOIDC): unknown =>
  ctx.method === 'POST' ? ctx.oidc.body?.['scope'] : ctx.query['scope'];
