/**
 * The gallery shows everything as at this time, so that no age and no countdown moves between two pictures.
 */
export const NOW_MS = Date.parse('2026-11-24T20:05:00Z');
export const ZONE = 'America/Chicago';

Date.now = () => NOW_MS;
