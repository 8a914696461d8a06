import { textsOf } from '../../../words/catalog.ts';

export const startMessages = {
  name: 'Longview',
  purpose: 'See how your vital signs and laboratory results change over time.',
  signInWhereKept:
    'Sign in where your record is kept. Longview reads it, keeps nothing, and changes nothing.',
  openFromChart: 'Open Longview from a patient’s chart: no health system here allows signing in without one.',
  signInTo: 'Sign in to <place>{server}</place>',

  // These texts are for more than one place to choose from.
  where: 'Where do you get care?',
  search: 'Find your clinic or hospital',
  searchHelp: 'Type a few letters of its name or its town.',
  places: 'Places to sign in to',
  // A screen reader hears the whole line, of which the name of the place and what tells it apart are drawn.
  placeLine: '<said>Sign in to</said> <place>{server}</place>',
  placeLineOf: '<said>Sign in to</said> <place>{server}</place> <more>{about}</more>',
  portal: 'portal <place>{portal}</place>',
  found: '{count, plural, =0 {Nothing found} one {1 place found} other {{shown} places found}}',
  foundFirst: 'The first {shown} of {all} places. Type more letters to see fewer.',
  notFound: 'No place here has this name. Check the spelling, or type the name of its town.',
  notListed: 'Is your clinic not here? It may not work with Longview yet. Ask its staff.',
  someFromChart: 'Some places open Longview from their own site only. They are not in this list.',
  wrongPlace: 'If you open the wrong place, go back and choose again.',
  opening: 'Opening the sign-in page of <place>{server}</place>…',
  chooseAnother: 'Choose another place',
} as const;

/** These are the texts of the start page, which patients read in their language. */
export const startTexts = textsOf(startMessages, 'start');
