/** The names of the data sources that run functions about pictures. */
export const ISSUE_UPLOAD = 'IssueUpload';
export const REMOVE_IMAGE = 'RemoveImage';
