/** Returns the version and the commit of this page, such as "0.1.0 0123456789ab". The build wrote them on the root element. */
export const pageBuild = (): string => document.documentElement.dataset['build'] || 'unknown';
