/** The list under the search field is loaded after the first chart. The field keeps the focus and passes on its keys. */
export type SearchListProps = {
  readonly query: string;
  /** This is the id of the element with the role of a listbox. */
  readonly listId: string;
  /** The list says what it does with a key, which returns whether the key was its own, and when it hears none any more. */
  readonly onKeys: (act: ((key: string) => boolean) | undefined) => void;
  /** Enter was pressed before the list was there, so it opens its first line as soon as it is. */
  readonly isEnterPending: boolean;
  readonly onEnterDone: () => void;
  /** Tells the id of the line that the arrow keys have reached. */
  readonly onActive: (optionId: string | undefined) => void;
  /** Closes the list and empties the field. What stays on the same screen gives back the focus and the scroll position. */
  readonly onChosen: (isOnSameScreen: boolean) => Promise<void>;
  readonly onCancel: () => void;
};
