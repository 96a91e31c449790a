export { messageLink } from './message-link.ts';
