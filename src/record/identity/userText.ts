/** The menu says this when the id_token could not be verified. */
export const NOT_VERIFIED = 'Who is signed in could not be verified.';
