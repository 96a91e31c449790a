/** Limits in graphemes (characters as people see them). The database enforces them; the page shows them. */
export const CRUD_MAX_GRAPHEMES = 280;
export const REPLY_MAX_GRAPHEMES = 1024;
export const DISPLAY_NAME_MAX_GRAPHEMES = 50;
/** Items of one page of a feed: what a client gets unless it asks, and what it may ask for at most. */
export const PAGE_SIZE = 20;
export const PAGE_SIZE_MAX = 50;
/** Suggested people: how many unless a client asks, and at most. */
export const SUGGESTIONS = 5;
export const SUGGESTIONS_MAX = 20;
/** The other texts of a profile. */
export const BIO_MAX_GRAPHEMES = 160;
export const LOCATION_MAX_GRAPHEMES = 40;
export const WEBSITE_MAX_CHARACTERS = 200;
/** What somebody adds to a report, and the reason of a moderator's act, in characters. */
export const REPORT_NOTE_MAX = 1000;
/** Deleting an account takes a sign-in that is at most this old. */
export const FRESH_SIGN_IN_SECONDS = 300;
/** How long an author may change a crud's text. */
export const EDIT_WINDOW_MINUTES = 5;
/** The longest search, in UTF-16 units. */
export const SEARCH_MAX = 200;
/** How many cruds a live subscription may watch: what AppSync's `in` filter takes. */
export const WATCHED_MAX = 5;
/** `newSince` counts no further. */
export const NEW_COUNT_MAX = 50;
/** Direct messages. Up to this many UTF-16 units a text is measured at all; the units of long emoji are many. */
export const MESSAGE_MAX_GRAPHEMES = 1024;
export const MESSAGE_MAX_UNITS = 12_288;
export const TITLE_MAX_GRAPHEMES = 50;
export const CONVERSATION_MAX_MEMBERS = 32;
