import { useEffect, useState } from 'preact/hooks';
import { post } from '../api.js';
import { attempt } from '../deeds.js';
import { html } from '../html.js';
import { Icon } from '../icons.js';
import { change, now, state } from '../store.js';
import { clockTime, fieldInstant, fieldTime, longDate } from '../when.js';
import { t } from '../words.js';

/** The sandbox's clock. It goes forward only: what was promised for the time between happens on the way. */
export function Clock() {
	const [, redraw] = useState(0);
	const [at, setAt] = useState('');
	useEffect(() => {
		const timer = setInterval(() => redraw((n) => n + 1), 1000);
		return () => clearInterval(timer);
	}, []);
	const move = async (where) => {
		const answer = await attempt(() => post('/clock', where));
		if (answer) change({ ahead: answer.now - Date.now() });
	};
	return html`
		<h2>${t('clockTitle')}</h2>
		<p class="face"><time class="face-time">${clockTime(now())}</time><span>${longDate(now())}</span></p>
		<p class="lead">${state.can.moveClock ? t('clockLead') : t('clockFixed')}</p>
		${
			state.can.moveClock &&
			html`<div class="moves">
			${['hour', 'day', 'workday', 'quarter'].map(
				(to) => html`<button key=${to} type="button" class="button plain fill" onClick=${() => move({ to })}>
				<${Icon} name=${to === 'hour' || to === 'day' ? 'clock' : 'calendar'} size=${18} />${t(`clock_${to}`)}
			</button>`,
			)}
		</div>
		<form class="pick-time" onSubmit=${(event) => {
			event.preventDefault();
			move({ at: fieldInstant(at) });
		}}>
			<label class="field"><span class="field-label">${t('clockPick')}</span>
				<input class="box" type="datetime-local" required min=${fieldTime(now())} value=${at} onInput=${(event) => setAt(event.target.value)} /></label>
			<button class="button primary" disabled=${!at}>${t('clockGo')}</button>
		</form>`
		}
	`;
}
