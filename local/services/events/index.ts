export { createEvents, type Events } from './service.ts';
export { createScheduler, type Scheduler } from './scheduler.ts';
