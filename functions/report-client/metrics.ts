/** How many errors browsers reported, in the namespace of the branch's own metrics. */
export const CLIENT_ERRORS_METRIC = 'ClientErrors';
/** Powertools gives every metric its function's name as a dimension. */
export const METRIC_DIMENSIONS = { service: 'report-client' };
