import { textsOf } from '../../words/catalog.ts';

export const savedViewsTexts = textsOf({
  views: 'Views',
  yourViews: 'Your views',
  viewsForEverybody: 'Built-in views',
  open: 'Open',
  openView: 'Open {name}',
  copyLink: 'Copy link',
  copyLinkOf: 'Copy link: {name}',
  delete: 'Delete',
  deleteView: 'Delete {name}',
  kidney: 'Kidney view',
  diabetes: 'Diabetes view',
  bloodCount: 'Blood count view',
  heartAndVitals: 'Heart and vitals view',

  // These texts are about saving one.
  nameOrLink: 'Name of this view, or a link that you were given',
  save: 'Save this view',
  whatIsSaved: 'Saves the screen, the tests and the period, for any patient. Never enter a patient’s name.',
  sharedView: 'Shared view',
  saved: 'Saved “{name}” in this browser.',
  deleted: 'Deleted “{name}”.',
  copied: 'Copied the link to “{name}”. It contains no patient data.',
  sharedLink: 'Opens for the patient whose chart is open; contains no patient data.',

  // These texts say why it is not saved.
  noName: 'Enter a name for the view.',
  nameTooLong: 'Use at most {max} characters for the name.',
  noViewInLink: 'This link does not open a view of Longview.',
  notSavable: 'This screen cannot be saved: it shows no results, or a test that is known by its name alone.',
  tooMany: 'You have saved {max} views. Delete one first.',
  notKept: 'This browser does not store views for this page.',
});
