/** What the app asks of each type, in every document. */
export const PROFILE_FIELDS = 'id handle displayName createdAt';
export const ACTIVITY_FIELDS = `id clientId message createdAt expiresAt author { ${PROFILE_FIELDS} }`;
