/** How many errors browsers reported, in the namespace of the branch's own metrics. */
export const CLIENT_ERRORS_METRIC = 'ClientErrors';
