/** The name of the data source that takes the reports of browsers. */
export const REPORT_CLIENT = 'ReportClient';
