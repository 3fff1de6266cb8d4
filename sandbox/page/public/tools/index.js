import { cls, html } from '../html.js';
import { Icon, IconButton } from '../icons.js';
import { change, state } from '../store.js';
import { t } from '../words.js';
import { Clock } from './clock.js';
import { Faults } from './faults.js';
import { FirstSteps } from './first-steps.js';
import { Wire } from './wire.js';

const TOOLS = { steps: FirstSteps, clock: Clock, faults: Faults, wire: Wire };
const NAMES = Object.keys(TOOLS);

/** The right side: what only the sandbox has. A sheet over the conversation on a phone. */
export function Tools() {
	const Chosen = TOOLS[state.tool] ?? FirstSteps;
	const onKeyDown = (event) => {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
		if (!step) return;
		const next = NAMES[(NAMES.indexOf(state.tool) + step + NAMES.length) % NAMES.length];
		change({ tool: next });
		document.getElementById(`tab-${next}`)?.focus();
	};
	const close = (event) => event.key === 'Escape' && change({ tools: false });
	return html`
		<div class="scrim" onClick=${() => change({ tools: false })} />
		<aside class="right" aria-label=${t('tools')} onKeyDown=${close}>
			<header class="tools-head">
				<div role="tablist" aria-label=${t('tools')} onKeyDown=${onKeyDown}>
					${NAMES.map(
						(
							name,
						) => html`<button key=${name} id="tab-${name}" type="button" role="tab" aria-selected=${state.tool === name} aria-controls="tool"
							tabindex=${state.tool === name ? 0 : -1} class=${cls('tab', state.tool === name && 'chosen')} onClick=${() => change({ tool: name })}>
							<${Icon} name=${name} size=${18} /><span>${t(`tool_${name}`)}</span>
						</button>`,
					)}
				</div>
				<${IconButton} icon="close" label=${t('closeTools')} onClick=${() => change({ tools: false })} />
			</header>
			<section class="tool scroll" id="tool" role="tabpanel" aria-labelledby="tab-${state.tool}"><${Chosen} /></section>
		</aside>
	`;
}
