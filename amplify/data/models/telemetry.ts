import { a } from '@aws-amplify/backend';
import { REPORT_CLIENT } from '../../telemetry/data-source.ts';
import { resolver } from '../resolver.ts';

/** What browsers report about themselves. */
export const telemetryModels = {
  /** Errors and Web Vitals, as functions/report-client/read-events.ts says. Visitors may too. Errors: InvalidReport. */
  reportClient: a
    .mutation()
    .arguments({ events: a.json().required() })
    .returns(a.boolean())
    .handler(resolver('telemetry/report-client', REPORT_CLIENT))
    .authorization((allow) => allow.authenticated()),
};
