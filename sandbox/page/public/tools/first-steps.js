import { post } from '../api.js';
import { Avatar } from '../avatar.js';
import { agreed, attempt, become, open, prepare } from '../deeds.js';
import { cls, html } from '../html.js';
import { Icon } from '../icons.js';
import { change, state } from '../store.js';
import { t } from '../words.js';
import { allSteps, otherJobs, walk } from './walk.js';

/** The new user's walk: each step puts the words into the right chat as the right person; the person sends them. */
export function FirstSteps() {
	const steps = walk();
	const done = steps.filter(({ key }) => state.done[key]).length;
	const next = steps.find(({ key }) => !state.done[key])?.key;
	return html`
		<h2>${t('stepsTitle')}</h2>
		<p class="lead">${t('stepsLead')}</p>
		<div class="progress" role="progressbar" aria-valuenow=${done} aria-valuemin="0" aria-valuemax=${steps.length} aria-label=${t('stepsTitle')}>
			<i style=${{ width: `${(100 * done) / steps.length}%` }} />
		</div>
		<ol class="steps">
			${steps.map((step) => html`<${Step} key=${step.key} step=${step} open=${step.key === next} />`)}
		</ol>
		<h3>${t('jobsTitle')}</h3>
		<p class="lead">${t('jobsLead')}</p>
		<ol class="steps">
			${otherJobs().map((step) => html`<${Step} key=${step.key} step=${step} />`)}
		</ol>
		${state.samples.length > 0 && html`<${Samples} />`}
		<div class="tool-foot">
			${done > 0 && html`<button type="button" class="button link" onClick=${() => change({ done: {} })}>${t('clearTicks')}</button>`}
			${state.can.startOver && html`<button type="button" class="button link danger" onClick=${startOver}>${t('startOver')}</button>`}
		</div>
	`;
}

function Step({ step, open }) {
	const { key, who, text } = step;
	const done = Boolean(state.done[key]);
	return html`
		<li class=${cls('step', done && 'done', open && 'open')}>
			<button type="button" class="tick" role="checkbox" aria-checked=${done} aria-label=${t(`step_${key}`)}
				onClick=${() => change({ done: { ...state.done, [key]: !done } })}>
				${done && html`<${Icon} name="check" size=${16} />`}
			</button>
			<div class="step-words">
				<strong>${t(`step_${key}`)}</strong>
				<p>${t(`step_${key}_why`)}</p>
				<button type="button" class="step-go" onClick=${() => go(step)}>
					${step.clock ? html`<${Icon} name="clock" size=${20} />` : html`<${Avatar} id=${who?.openId ?? ''} size=${26} />`}
					<span>${step.where && html`<span class="note">${t(`as_${step.where}`, { name: who?.name })}</span>`}<code>${text.split('\n')[0]}${text.includes('\n') ? ' …' : ''}</code></span>
					<${Icon} name="next" size=${18} />
				</button>
			</div>
		</li>
	`;
}

const WHERE = {
	private: (chats) => chats.find(({ kind }) => kind === 'private'),
	group: (chats) =>
		chats.find(({ kind, hasBot }) => kind === 'group' && hasBot) ??
		chats.find(({ kind }) => kind === 'group'),
};

/** Becomes the person, opens the chat and fills the composer; sending stays theirs. The clock is moved at once. */
async function go(step) {
	if (step.clock) {
		const answer = await attempt(() => post('/clock', step.clock));
		if (answer) change({ ahead: answer.now - Date.now(), done: { ...state.done, [step.key]: true } });
		if (!answer || !step.who) return;
	}
	const where = WHERE[step.where];
	const someoneElse = state.choosing || step.who?.openId !== state.me;
	if (step.who && someoneElse && !(await become(step.who.openId, where))) return;
	if (window.innerWidth <= 1100) change({ tools: false });
	const chatId = where(state.chats)?.chatId;
	if (step.clock) {
		if (chatId) await open(chatId);
		return;
	}
	const again = allSteps().find(({ key }) => key === step.key);
	prepare({ chatId, text: again?.text ?? step.text });
}

const Samples = () => html`
	<h3>${t('samples')}</h3>
	<p class="lead">${t('samplesLead')}</p>
	<div class="sample-list">
		${state.samples.map(({ title, text }) => html`<button key=${title} type="button" class="button plain" disabled=${!state.chatId} onClick=${() => prepare({ text })}>${title}</button>`)}
	</div>
`;

async function startOver() {
	if (!(await agreed({ title: t('startOver'), text: t('startOverQuestion'), yes: t('startOver') }))) return;
	const over = await attempt(() => post('/start-over', {}));
	if (!over) return;
	localStorage.removeItem('zhibu-sandbox');
	location.reload();
}
