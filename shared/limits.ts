/** Limits in graphemes (characters as people see them). The database enforces them; the page shows them. */
export const CRUD_MAX_GRAPHEMES = 280;
export const REPLY_MAX_GRAPHEMES = 1024;
export const DISPLAY_NAME_MAX_GRAPHEMES = 50;
/** Items of one page of a feed: what a client gets unless it asks, and what it may ask for at most. */
export const PAGE_SIZE = 20;
export const PAGE_SIZE_MAX = 50;
