// Longview has no infinite query: its pages are taken one by one inside one query (docs/decisions/0006).
export const infiniteQueryBehavior = () => {
  throw new Error('Infinite queries are not part of this build.');
};
export const hasNextPage = () => false;
export const hasPreviousPage = () => false;
