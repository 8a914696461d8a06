/** Said in place of a name when the id_token, or what it is checked with, was not right. */
export const NOT_VERIFIED = 'Who is signed in could not be verified.';
