/** `src/app/pages/requiredFeatures.ts` sets this once it has found in the browser everything that Longview needs. */
declare var longview: true | undefined;

/** TypeScript's types of the DOM do not have this yet. https://w3c.github.io/trusted-types */
declare var trustedTypes: { createPolicy(name: string, rules: object): unknown } | undefined;
