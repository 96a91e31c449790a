import { post } from '../lib/api.js';
import { h } from '../lib/dom.js';
import { fullTime, offset } from '../lib/format.js';
import { notice } from '../parts/notices.js';
import { heading, workButton } from '../parts/widgets.js';

const HOUR = 3_600_000;
/** @type {[label: string, milliseconds: number][]} */
const STEPS = [
  ['+1 hour', HOUR],
  ['+1 day', 24 * HOUR],
  ['+7 days', 7 * 24 * HOUR],
  ['+30 days', 30 * 24 * HOUR],
];

/** The local cloud's time, and buttons that move it forward. */
export function clockTab(feed) {
  const now = h('p', { class: 'clock-now' });
  const ahead = h('p', { class: 'clock-ahead', role: 'status' });
  let timer;

  function tick() {
    now.textContent = fullTime(feed.now());
    const text = offset(feed.offset());
    const said = text ? `${text.slice(1)} ahead of this machine` : 'The same as this machine’s time';
    if (ahead.textContent !== said) ahead.textContent = said;
  }
  feed.onClock(tick);

  const buttons = STEPS.map(([label, milliseconds]) =>
    workButton(
      label,
      async () => {
        await post(`clock?advance=${milliseconds}`);
        // Schedules, expiries and streams that became due are done when this answers.
        await post('settle');
        notice(`Moved by ${label.slice(1)}; what was due has run.`);
      },
      { class: 'step-button' },
    ),
  );
  return {
    id: 'clock',
    title: 'Clock',
    element: h(
      'section',
      { 'aria-label': 'Clock' },
      heading('Clock'),
      h(
        'div',
        { class: 'block clock' },
        now,
        ahead,
        h('div', { class: 'clock-steps' }, ...buttons),
        h(
          'p',
          { class: 'aside' },
          'Everything in the local cloud goes by this time: tokens, codes, time to live, schedules, and now() in Postgres. ' +
            'It only moves forward, until the local cloud is started again.',
        ),
      ),
    ),
    show() {
      tick();
      clearInterval(timer);
      timer = setInterval(tick, 1000);
    },
    hide: () => clearInterval(timer),
  };
}
