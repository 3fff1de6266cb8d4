import { post } from '../api.js';
import { attempt } from '../deeds.js';
import { html } from '../html.js';
import { change, state } from '../store.js';
import { t } from '../words.js';

const SHARES = ['busy', 'badGateway', 'dropped', 'lost'];

/** Breaks the platform on purpose, to see that nothing is lost and nothing comes twice. */
export function Faults() {
	const set = async (faults) => {
		change({ faults: { ...state.faults, ...faults } });
		const now = await attempt(() => post('/faults', faults));
		if (now) change({ faults: now });
	};
	const none = Object.fromEntries(Object.keys(state.faults).map((key) => [key, 0]));
	const broken = Object.values(state.faults).some((value) => value > 0);
	return html`
		<h2>${t('faultsTitle')}</h2>
		<p class="lead">${t('faultsLead')}</p>
		${SHARES.map(
			(key) =>
				html`<${Slider} key=${key} name=${key} max=${1} step=${0.05} said=${(value) => `${Math.round(value * 100)} %`} set=${set} />`,
		)}
		<${Slider} name="delayMs" max=${5000} step=${100} said=${(value) => t('seconds', { n: (value / 1000).toFixed(1) })} set=${set} />
		<${Slider} name="tokenLife" max=${50} step=${1} said=${(value) => (value === 0 ? t('never') : t('calls', { n: value }))} set=${set} />
		<${Slider} name="monthlyCalls" max=${500} step=${10} said=${(value) => (value === 0 ? t('endless') : t('calls', { n: value }))} set=${set} />
		<${Slider} name="cardLockMs" max=${5000} step=${100} said=${(value) => t('seconds', { n: (value / 1000).toFixed(1) })} set=${set} />
		<div class="tool-foot"><button type="button" class="button plain" disabled=${!broken} onClick=${() => set(none)}>${t('faultsNone')}</button></div>
		<${Scopes} />
	`;
}

/** What the app may do, to take it away: whoever is refused a scope, or a name, has to say so. */
function Scopes() {
	const toggle = async (chosen) => {
		const withheld = state.scopes
			.filter(({ name, granted }) => granted === (name === chosen))
			.map(({ name }) => name);
		const scopes = await attempt(() => post('/scopes', { withheld }));
		if (scopes) change({ scopes });
	};
	return html`
		<h2>${t('scopesTitle')}</h2>
		<p class="lead">${t('scopesLead')}</p>
		${state.scopes.map(
			({ name, granted }) =>
				html`<label key=${name} class="scope"><input type="checkbox" checked=${granted} onChange=${() => toggle(name)} /> <code>${name}</code></label>`,
		)}
	`;
}

function Slider({ name, max, step, said, set }) {
	const value = state.faults[name] ?? 0;
	return html`
		<label class="slider">
			<span class="slider-head"><strong>${t(`fault_${name}`)}</strong><output>${said(value)}</output></span>
			<span class="note">${t(`fault_${name}_what`)}</span>
			<input type="range" min="0" max=${max} step=${step} value=${value} aria-valuetext=${said(value)}
				onChange=${(event) => set({ [name]: Number(event.target.value) })} />
		</label>
	`;
}
