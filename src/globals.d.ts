/** Set once the first script of the page has found everything that Longview needs. `src/app/pages/requiredFeatures.ts` */
declare var longview: true | undefined;

/** Not yet in TypeScript's DOM. https://w3c.github.io/trusted-types */
declare var trustedTypes: { createPolicy(name: string, rules: object): unknown } | undefined;
